package dev.farminglabs.orm.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The list of stores a test run has really talked to, one line each. */
public final class StoresRun {

    private static final Path FILE = Path.of("target", "stores-run.txt");

    static void record(StoreFixture fixture) {
        record(fixture.summary());
    }

    /** Adds a line about something else that was talked to, or could not be. */
    public static synchronized void record(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            if (!Files.exists(FILE) || !Files.readAllLines(FILE).contains(line)) {
                Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoresRun() {}
}
