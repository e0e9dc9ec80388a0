package dev.farminglabs.benchmarks.sql;

import dev.farminglabs.benchmarks.report.Servers;
import dev.farminglabs.benchmarks.report.Suite;
import java.util.List;

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
    public Servers start() {
        return SqlServers.start();
    }
}
