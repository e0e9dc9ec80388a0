package dev.farminglabs.orm.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The test classes of this run that had a failure, as Surefire has written them down. */
final class FailedTests {

    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");
    private static final Pattern FAILED = Pattern.compile(" (?:errors|failures)=\"[1-9]");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");

    /** Their names, in the module in that folder. */
    static List<String> of(Path module) throws IOException {
        Path folder = module.resolve(Path.of("target", "surefire-reports"));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> reports = Files.list(folder)) {
            return reports.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .filter(FailedTests::ofThisRun)
                    .map(FailedTests::suite)
                    .filter(suite -> FAILED.matcher(suite).find())
                    .map(FailedTests::name)
                    .toList();
        }
    }

    private static boolean ofThisRun(Path report) {
        try {
            return Figures.RUN.isEmpty()
                    || !Files.getLastModifiedTime(report).toInstant().isBefore(Instant.parse(Figures.RUN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String suite(Path report) {
        try {
            Matcher suite = SUITE.matcher(Files.readString(report));
            return suite.find() ? suite.group() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String suite) {
        Matcher name = NAME.matcher(suite);
        return name.find() ? name.group(1) : suite;
    }

    private FailedTests() {}
}
