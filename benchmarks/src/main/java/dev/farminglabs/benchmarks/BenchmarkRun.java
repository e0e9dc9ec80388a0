package dev.farminglabs.benchmarks;

import dev.farminglabs.benchmarks.mongo.MongoSuite;
import dev.farminglabs.benchmarks.redis.RedisSuite;
import dev.farminglabs.benchmarks.report.Suite;
import dev.farminglabs.benchmarks.report.SuiteRun;
import dev.farminglabs.benchmarks.sql.SqlSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures one suite: {@code BenchmarkRun sql}, with settings such as {@code "works=create rounds=3"} after it. */
public final class BenchmarkRun {

    private static final List<Suite> SUITES = List.of(new SqlSuite(), new RedisSuite(), new MongoSuite());

    /** Measures the suite named first. */
    public static void main(String[] arguments) throws Throwable {
        String name = arguments.length == 0 ? "" : arguments[0];
        Suite suite = SUITES.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Say which suite: " + names()));
        String settings = Stream.of(arguments).skip(1).collect(Collectors.joining(" "));
        new SuiteRun(suite, settings).measure(Path.of("..", "docs", "benchmarks.md"));
    }

    private static String names() {
        return SUITES.stream().map(Suite::name).collect(Collectors.joining(", "));
    }

    private BenchmarkRun() {}
}
