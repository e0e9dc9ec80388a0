package dev.farminglabs.orm.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.slf4j.LoggerFactory;

/**
 * The list of stores a test run has really talked to, one line each, and of what it could not show, by name. The holes are
 * logged when the run is over.
 */
public final class StoresRun implements BeforeAllCallback {

    private static final Path FILE = Path.of("target", "stores-run.txt");

    private static final Set<String> HOLES = new ConcurrentSkipListSet<>();

    private static final Set<String> SAID = new ConcurrentSkipListSet<>();

    private static final AtomicInteger LAUNCHES = new AtomicInteger();

    /** Closed by JUnit after the last test of a launch. Tests of the kit launch others, which end nothing. */
    private static final class Report implements AutoCloseable {

        private Report() {
            LAUNCHES.incrementAndGet();
        }

        @Override
        public void close() {
            if (LAUNCHES.decrementAndGet() == 0 && SAID.addAll(HOLES)) {
                LoggerFactory.getLogger(StoresRun.class)
                        .warn("Not shown by this run:\n  {}", String.join("\n  ", HOLES));
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(StoresRun.class))
                .computeIfAbsent(Report.class, key -> new Report(), Report.class);
    }

    static synchronized void record(StoreFixture fixture) {
        line(fixture.summary());
        fixture.holes().forEach(hole -> hole(fixture.name() + ": " + hole));
    }

    /** Something this run says nothing about. */
    public static synchronized void hole(String hole) {
        HOLES.add(hole);
        line("hole: " + hole);
    }

    /** Adds a line about something else that was talked to, or could not be. */
    public static synchronized void line(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            if (!Files.exists(FILE) || !Files.readAllLines(FILE).contains(line)) {
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
}
