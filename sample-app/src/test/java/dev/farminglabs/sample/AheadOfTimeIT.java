package dev.farminglabs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar as it would be deployed, started from the code that was generated ahead of time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AheadOfTimeIT {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @Test
    void theApplicationWorksFromGeneratedCode() throws IOException, InterruptedException {
        try (Sample sample = Sample.start()) {
            assertThat(sample.log)
                    .anyMatch(line -> line.contains("Starting AOT-processed SampleApplication"))
                    .anyMatch(line -> line.matches(
                            ".*Schema bean 'controlPlane' is on jdbc bean 'dataSource' at h2:.*, setup: push"))
                    .anyMatch(line -> line.contains("Schema bean 'fastState' is on redis"));
            HttpResponse<String> created = sample.send(
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("""
                                    {"email": "eve@ahead.example", "name": "Eve", "password": "correct horse battery"}
                                    """)),
                    "/api/users");
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.body()).contains("eve@ahead.example").doesNotContain("horse");
            HttpResponse<String> page = sample.send(HttpRequest.newBuilder(), "/stores");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("controlPlane", ">h2<", "POST /api/users");
            assertThat(sample.send(HttpRequest.newBuilder(), "/farm-orm").body())
                    .contains("controlPlane on h2");
        }
    }

    /** The jar was built with the store of application.yml. */
    @Test
    void settingsAreReadWhenItStartsAndNotFrozenWhenItIsBuilt() throws IOException, InterruptedException {
        try (Sample sample = Sample.start(
                "--farm.orm.schemas.control-plane.store=memory", "--farm.orm.schemas.control-plane.setup=none")) {
            assertThat(sample.log).anyMatch(line -> line.contains("Schema bean 'controlPlane' is on memory"));
            assertThat(sample.send(HttpRequest.newBuilder(), "/").statusCode()).isEqualTo(200);
        }
    }

    /** A process with the sample in it. */
    private static final class Sample implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final Process process;
        private final List<String> log = new ArrayList<>();
        private int port;

        private Sample(Process process) {
            this.process = process;
        }

        static Sample start(String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dspring.aot.enabled=true",
                    "-jar",
                    Objects.requireNonNull(System.getProperty("sample.jar")),
                    "--server.port=0"));
            command.addAll(List.of(arguments));
            Sample sample = new Sample(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            sample.awaitStart();
            return sample;
        }

        /** Reads until the application says that it is up; what comes later fits into the pipe. */
        private void awaitStart() throws IOException {
            BufferedReader lines = process.inputReader();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher found = PORT.matcher(line);
                if (found.find()) {
                    port = Integer.parseInt(found.group(1));
                }
                if (line.contains("Started SampleApplication in")) {
                    return;
                }
            }
            throw new AssertionError(String.join("\n", log));
        }

        HttpResponse<String> send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
            return http.send(
                    request.uri(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
