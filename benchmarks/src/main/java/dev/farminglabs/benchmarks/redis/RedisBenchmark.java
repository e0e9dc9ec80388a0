package dev.farminglabs.benchmarks.redis;

import io.lettuce.core.RedisClient;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Each method is one work of the Redis suite. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RedisBenchmark {

    /** A subject on an empty server that it has filled. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init")
    public static class Place {
        @Param("redis")
        public String store;

        @Param("lettuce")
        public String subject;

        private Work work;

        /** Connects. */
        @Setup(Level.Trial)
        public void open() {
            int port = Integer.getInteger(LocalRedis.PORT);
            empty(port);
            work = Subject.of(subject).on(port);
            Inputs.fill(work);
        }

        static void empty(int port) {
            RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
            client.connect().sync().flushall();
            client.shutdown();
        }

        /** Disconnects. */
        @TearDown(Level.Trial)
        public void close() {
            work.close();
        }
    }

    /** The values of one thread. */
    @State(Scope.Thread)
    public static class Values {
        private final Inputs inputs = new Inputs();
    }

    @Benchmark
    public void sessionUpsert(Place place, Values values) {
        place.work.upsertSession(values.inputs.session());
    }

    @Benchmark
    public @Nullable Object sessionGet(Place place, Values values) {
        return place.work.getSession(values.inputs.token());
    }

    @Benchmark
    public boolean consume(Place place, Values values) {
        return place.work.consume(values.inputs.who());
    }

    @Benchmark
    public void cacheUpsert(Place place, Values values) {
        place.work.upsertCache(values.inputs.key(), values.inputs.value());
    }

    @Benchmark
    public @Nullable Object cacheGet(Place place, Values values) {
        return place.work.getCache(values.inputs.key());
    }

    @Benchmark
    public Object list(Place place, Values values) {
        return place.work.list(values.inputs.customer());
    }
}
