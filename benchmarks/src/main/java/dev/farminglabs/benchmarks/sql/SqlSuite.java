package dev.farminglabs.benchmarks.sql;

import dev.farminglabs.benchmarks.report.Servers;
import dev.farminglabs.benchmarks.report.Suite;
import java.util.List;
import java.util.Map;

/** The suite {@code sql}. */
public final class SqlSuite implements Suite {

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public Class<?> benchmark() {
        return SqlBenchmark.class;
    }

    @Override
    public List<String> works() {
        return List.of(
                "findUnique", "dashboard", "dashboards", "upsert", "findMany", "create", "createMany", "transaction");
    }

    @Override
    public List<String> stores() {
        return List.of(Database.POSTGRESQL, Database.H2);
    }

    @Override
    public List<String> subjects() {
        return Subject.titles();
    }

    @Override
    public Map<String, Double> goals() {
        return Map.of(
                "findUnique on postgresql", 1.05,
                "dashboard on postgresql", 0.60,
                "dashboards on postgresql", 0.95,
                "upsert on postgresql", 1.05,
                "findMany on postgresql", 1.10,
                "create on postgresql", 1.05,
                "createMany on postgresql", 0.55,
                "transaction on postgresql", 1.00);
    }

    @Override
    public Servers start() {
        return SqlServers.start();
    }
}
