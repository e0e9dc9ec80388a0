package dev.farminglabs.benchmarks.mongo;

import dev.farminglabs.benchmarks.report.Servers;
import dev.farminglabs.benchmarks.report.Suite;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The suite {@code mongo}. */
public final class MongoSuite implements Suite {

    private static final String STORE = "mongodb";
    private static final double GOAL = 1.2;

    @Override
    public String name() {
        return "mongo";
    }

    @Override
    public Class<?> benchmark() {
        return MongoBenchmark.class;
    }

    @Override
    public List<String> works() {
        return List.of("create", "update", "guardedUpdate", "upsert", "delete", "findUnique", "findMany", "dashboard");
    }

    @Override
    public List<String> stores() {
        return List.of(STORE);
    }

    @Override
    public List<String> subjects() {
        return Subject.titles();
    }

    @Override
    public Map<String, Double> goals() {
        return works().stream()
                .map(work -> work + " on " + STORE)
                .collect(Collectors.toMap(Function.identity(), any -> GOAL));
    }

    @Override
    public Servers start() {
        return MongoServers.start();
    }
}
