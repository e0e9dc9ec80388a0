package dev.farminglabs.benchmarks.redis;

import dev.farminglabs.benchmarks.report.Servers;
import dev.farminglabs.benchmarks.report.Suite;
import java.util.List;
import java.util.Map;

/** The suite {@code redis}. */
public final class RedisSuite implements Suite {

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Class<?> benchmark() {
        return RedisBenchmark.class;
    }

    @Override
    public List<String> works() {
        return List.of("sessionUpsert", "sessionGet", "consume", "cacheUpsert", "cacheGet", "list");
    }

    @Override
    public List<String> stores() {
        return List.of("redis");
    }

    @Override
    public List<String> subjects() {
        return Subject.titles();
    }

    @Override
    public List<Integer> threads() {
        return List.of(1, 8);
    }

    /** As times: so many of an operation in the time of one by hand. */
    @Override
    public Map<String, Double> goals() {
        return Map.of(
                "sessionUpsert on redis", 1 / 0.8,
                "cacheUpsert on redis", 1 / 0.8,
                "sessionGet on redis", 1 / 0.95,
                "cacheGet on redis", 1 / 0.95,
                "consume on redis", 1 / 1.3,
                "list on redis", 1 / 0.66);
    }

    /** It has 84 processes a round: with these a whole run takes about twelve minutes. */
    @Override
    public String settings() {
        return "rounds=1 warmups=8 iterations=4 millis=500";
    }

    @Override
    public Servers start() {
        return LocalRedis.start();
    }
}
