package dev.farminglabs.benchmarks.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
    public void measure(Path page) throws Throwable {
        Locale.setDefault(Locale.ROOT);
        try (Servers servers = suite.start()) {
            boolean turns = settings.turns() > 0;
            List<Measured> measured =
                    turns ? new Turns(suite, settings).run() : new Rounds(suite, settings, servers.properties()).run();
            String name = suite.name() + (turns ? "-turns" : "");
            String text = facts(servers.versions()) + new Table(suite, measured).all() + "\n";
            Path own = Path.of("target", "benchmarks-" + name + ".md");
            Files.createDirectories(own.toAbsolutePath().getParent());
            Files.writeString(own, text);
            LOG.info("{}", text);
            if (settings.whole()) {
                new Page(page).replace(name, text);
            }
        }
    }

    private String how() {
        return settings.turns() > 0
                ? String.format(
                        "%d turns of %d ms for each subject, of which the first half is warm-up",
                        settings.turns(), Turns.MILLIS)
                : String.format(
                        "%d rounds of one process each with %d + %d iterations of %s",
                        settings.rounds(), settings.warmups(), settings.iterations(), settings.time());
    }

    private String facts(List<String> versions) {
        return String.format(
                """

                Measured on %s with `mvn -q -pl benchmarks -am verify -Pbenchmarks -Dsuite=%s%s`, on %d cores of %s under %s, \
                Java %s. %s. %s.
                """,
                LocalDate.now(ZoneOffset.UTC),
                suite.name(),
                settings.turns() > 0 ? " -Dbenchmarks=turns=" + settings.turns() : "",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("os.name"),
                Runtime.version(),
                how(),
                String.join(", ", versions));
    }
}
