package dev.farminglabs.benchmarks.mongo;

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

/** Each method is one work of the MongoDB suite. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MongoBenchmark {

    /** A subject on a database of its own. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class At {
        @Param("mongodb")
        public String store;

        @Param("driver")
        public String subject;

        private Place place;
        private Work work;

        /** Connects and fills. */
        @Setup(Level.Trial)
        public void open() {
            place = Place.fill(System.getProperty(MongoServers.URL));
            work = Subject.of(subject).on(place);
        }

        /** Every iteration starts with the same records. */
        @Setup(Level.Iteration)
        public void cleanUp() {
            place.cleanUp();
        }

        /** Disconnects. */
        @TearDown(Level.Trial)
        public void close() {
            place.close();
        }
    }

    /** The values of one thread. */
    @State(Scope.Thread)
    public static class Values {
        private final Inputs inputs =
                new Inputs("thread-" + Thread.currentThread().getId() + '-' + System.nanoTime());
    }

    @Benchmark
    public void create(At at, Values values) {
        at.work.create(values.inputs.visit());
    }

    @Benchmark
    public boolean update(At at, Values values) {
        return at.work.update(values.inputs.person(), values.inputs.newName());
    }

    @Benchmark
    public boolean guardedUpdate(At at, Values values) {
        return at.work.guardedUpdate(values.inputs.holder());
    }

    @Benchmark
    public void upsert(At at, Values values) {
        at.work.upsert(values.inputs.cached());
    }

    @Benchmark
    public boolean delete(At at, Values values) {
        return at.work.delete(values.inputs.doomed());
    }

    @Benchmark
    public Object findUnique(At at, Values values) {
        return at.work.findUnique(values.inputs.slug());
    }

    @Benchmark
    public Object findMany(At at, Values values) {
        return at.work.findMany(values.inputs.cohort());
    }

    @Benchmark
    public Object dashboard(At at, Values values) {
        return at.work.dashboard(values.inputs.slug());
    }
}
