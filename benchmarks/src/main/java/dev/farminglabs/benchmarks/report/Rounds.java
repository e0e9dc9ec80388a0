package dev.farminglabs.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures a suite in rounds. In a round each subject of a work has a process of its own, one right after the other. */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Suite suite;
    private final RunSettings settings;
    private final Map<String, String> properties;
    private final List<Measured> measured = new ArrayList<>();

    Rounds(Suite suite, RunSettings settings, Map<String, String> properties) {
        this.suite = suite;
        this.settings = settings;
        this.properties = properties;
    }

    List<Measured> run() throws RunnerException {
        for (int round = 1; round <= settings.rounds(); round++) {
            for (int threads : suite.threads()) {
                for (String store : settings.chosen("stores", suite.stores())) {
                    for (String work : settings.chosen("works", suite.works())) {
                        LOG.info("round {}: {} on {}, {} thread(s)", round, work, store, threads);
                        run(round, new Measured.Place(threads, store, work, ""));
                    }
                }
            }
        }
        return List.copyOf(measured);
    }

    private void run(int round, Measured.Place place) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("^" + suite.benchmark().getName().replace(".", "\\.") + "\\." + place.work() + "$")
                .param("store", place.store())
                .param("subject", settings.chosen("subjects", suite.subjects()).toArray(String[]::new))
                .threads(place.threads())
                .mode(Mode.SampleTime)
                .forks(1)
                .warmupIterations(settings.warmups())
                .warmupTime(settings.time())
                .measurementIterations(settings.iterations())
                .measurementTime(settings.time())
                .timeUnit(TimeUnit.MICROSECONDS)
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessCpu.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgs(jvmArguments());
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            add(round, place, result);
        }
    }

    private String[] jvmArguments() {
        List<String> arguments = new ArrayList<>(List.of("-Xms512m", "-Xmx1g", "-XX:+UseSerialGC"));
        properties.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private void add(int round, Measured.Place place, RunResult result) {
        String subject = result.getParams().getParam("subject");
        Measured one = new Measured(
                new Measured.Place(place.threads(), place.store(), place.work(), subject),
                round,
                result.getPrimaryResult().getStatistics().getPercentile(50),
                secondary(result, ProcessCpu.LABEL),
                secondary(result, "gc.alloc.rate.norm"));
        LOG.info(String.format(
                "  %-24s %10.2f us %10.2f cpu us %10.0f B", subject, one.micros(), one.cpu(), one.bytes()));
        measured.add(one);
    }

    private static double secondary(RunResult result, String label) {
        Result<?> found = result.getSecondaryResults().get(label);
        return found == null ? Double.NaN : found.getScore();
    }
}
