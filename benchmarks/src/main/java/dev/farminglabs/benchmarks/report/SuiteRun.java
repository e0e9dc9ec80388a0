package dev.farminglabs.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures a suite and writes down what came out. */
public final class SuiteRun {

    private static final Logger LOG = LoggerFactory.getLogger(SuiteRun.class);

    private final Suite suite;
    private final RunSettings settings;

    /** A run of the suite; {@code words} are settings such as {@code rounds=3 works=create}. */
    public SuiteRun(Suite suite, String words) {
        this.suite = suite;
        this.settings = new RunSettings(suite.settings() + " " + words);
    }

    /**
     * Measures. The tables of every run go to {@code target}; a run of the whole suite replaces those of the page.
     *
     * @param page the Markdown page
     */
    public void measure(Path page) throws IOException, RunnerException {
        Locale.setDefault(Locale.ROOT);
        try (Servers servers = suite.start()) {
            List<Measured> measured = new Rounds(suite, settings, servers.properties()).run();
            String text = facts(servers.versions()) + new Table(suite, measured).all() + "\n";
            Path own = Path.of("target", "benchmarks-" + suite.name() + ".md");
            Files.createDirectories(own.toAbsolutePath().getParent());
            Files.writeString(own, text);
            LOG.info("{}", text);
            if (settings.whole()) {
                new Page(page).replace(suite.name(), text);
            }
        }
    }

    private String facts(List<String> versions) {
        return String.format(
                """

                Measured on %s with `mvn -q -pl benchmarks -am verify -Pbenchmarks -Dsuite=%s`, on %d cores of %s under %s, \
                Java %s. %d rounds of one process each with %d + %d iterations of %s. %s.
                """,
                LocalDate.now(ZoneOffset.UTC),
                suite.name(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("os.name"),
                Runtime.version(),
                settings.rounds(),
                settings.warmups(),
                settings.iterations(),
                settings.time(),
                String.join(", ", versions));
    }
}
