package dev.farminglabs.orm.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The list of stores a test run has really talked to, one line each. */
final class StoresRun {

    private static final Path FILE = Path.of("target", "stores-run.txt");

    static synchronized void record(StoreFixture fixture) {
        try {
            Files.createDirectories(FILE.getParent());
            if (!Files.exists(FILE) || !Files.readAllLines(FILE).contains(fixture.summary())) {
                Files.writeString(FILE, fixture.summary() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoresRun() {}
}
