package dev.farminglabs.orm.autoconfigure.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a whole application as a user does, in a process of its own, and looks at the exit code. */
class ExitCodeTest {

    @TempDir
    Path directory;

    /** One test, because each start takes its time. */
    @Test
    void aDatabaseThatIsDownIsNotMissed() throws IOException, InterruptedException {
        Path script = directory.resolve("schema.sql");
        assertThat(start("--farm.orm.artifacts.generate", 0)).contains("1 of 1 artifacts were stale and are written");
        assertThat(script).content().contains("create table `users`");
        assertThat(start("--farm.orm.artifacts.check", 0)).contains("1 of 1 artifacts are up to date");

        Files.writeString(script, "-- by hand\n");
        assertThat(start("--farm.orm.artifacts.check", 1))
                .contains("APPLICATION FAILED TO START", "1 of 1 artifacts are stale:", script.toString())
                .doesNotContain("Exception");
        assertThat(script).content().isEqualTo("-- by hand\n");
    }

    private String start(String argument, int exitCode) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ShopApplication.class.getName(),
                "--server.port=0",
                "--logging.level.root=info",
                "--logging.level.org.mybatis=error", // it misses mappers, which this application has none of
                "--spring.datasource.url=jdbc:h2:tcp://localhost:1/down",
                "--farm.orm.schemas.control-plane.store=jdbc",
                "--farm.orm.schemas.control-plane.setup=push",
                "--farm.orm.artifacts.targets.sql.dialect=mariadb",
                "--farm.orm.artifacts.targets.sql.path=" + directory.resolve("schema.sql"),
                argument));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isEqualTo(exitCode);
        assertThat(said).doesNotContain("Tomcat", "Hikari", "Flyway", "persistence unit", "A runner", " WARN ");
        return said;
    }
}
