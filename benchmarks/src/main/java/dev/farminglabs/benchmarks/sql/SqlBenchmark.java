package dev.farminglabs.benchmarks.sql;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Each method is one work of the SQL suite. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SqlBenchmark {

    /** A subject on a database. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Place {
        @Param(Database.POSTGRESQL)
        public String store;

        @Param("jdbc")
        public String subject;

        private Database database;
        private Work work;

        /** Connects. */
        @Setup(Level.Trial)
        public void open() {
            database = Database.open(store);
            work = Subject.of(subject).on(database);
        }

        /** Every iteration starts with the same tables. */
        @Setup(Level.Iteration)
        public void cleanUp() throws SQLException {
            Seed.cleanUp(database.dataSource());
        }

        /** Disconnects. */
        @TearDown(Level.Trial)
        public void close() throws Exception {
            Seed.cleanUp(database.dataSource());
            work.close();
            database.close();
        }
    }

    /** The values of one thread. */
    @State(Scope.Thread)
    public static class Values {
        private final Inputs inputs =
                new Inputs("thread-" + Thread.currentThread().getId() + '-' + System.nanoTime());
    }

    @Benchmark
    public Object findUnique(Place place, Values values) {
        return place.work.findUnique(values.inputs.slug());
    }

    @Benchmark
    public Object dashboard(Place place, Values values) {
        return place.work.dashboard(values.inputs.slug());
    }

    @Benchmark
    public Object dashboards(Place place, Values values) {
        return place.work.dashboards(values.inputs.region());
    }

    @Benchmark
    public void upsert(Place place, Values values) {
        place.work.upsert(values.inputs.cached());
    }

    @Benchmark
    public Object findMany(Place place, Values values) {
        return place.work.findMany(values.inputs.cohort());
    }

    @Benchmark
    public void create(Place place, Values values) {
        place.work.create(values.inputs.event());
    }

    @Benchmark
    public void createMany(Place place, Values values) {
        place.work.createMany(values.inputs.events(1000));
    }

    @Benchmark
    public void transaction(Place place, Values values) {
        place.work.transaction(values.inputs.onboarding());
    }
}
