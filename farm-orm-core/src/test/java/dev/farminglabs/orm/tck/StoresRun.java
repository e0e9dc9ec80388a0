package dev.farminglabs.orm.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The list of stores a test run has really talked to, one line each. */
final class StoresRun {

    private static final Path FILE = Path.of("target", "stores-run.txt");

    static void record(StoreFixture fixture) {
        record(fixture.summary());
    }

    /** One line for the report, once. */
    static synchronized void record(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            if (!Files.exists(FILE) || !lines().contains(line)) {
                Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the report says so far. */
    static synchronized List<String> lines() throws IOException {
        return Files.readAllLines(FILE);
    }

    private StoresRun() {}
}
