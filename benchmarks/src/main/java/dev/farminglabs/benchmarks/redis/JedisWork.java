package dev.farminglabs.benchmarks.redis;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

/** Jedis by hand, out of a pool. */
final class JedisWork extends JsonWork {

    private final RedisClient redis;

    JedisWork(int port) {
        this.redis = RedisClient.create("127.0.0.1", port);
    }

    @Override
    void set(String key, String text) {
        redis.set(key, text);
    }

    @Override
    void setFor(String key, String text, long millis) {
        redis.set(key, text, SetParams.setParams().px(millis));
    }

    @Override
    @Nullable
    String get(String key) {
        return redis.get(key);
    }

    @Override
    void add(String set, String member) {
        redis.sadd(set, member);
    }

    @Override
    Set<String> members(String set) {
        return redis.smembers(set);
    }

    @Override
    List<String> getAll(Collection<String> keys) {
        return redis.mget(keys.toArray(String[]::new));
    }

    @Override
    public void close() {
        redis.close();
    }
}
