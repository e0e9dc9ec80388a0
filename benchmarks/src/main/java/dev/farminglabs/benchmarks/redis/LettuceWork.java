package dev.farminglabs.benchmarks.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import io.lettuce.core.Value;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lettuce by hand, on one connection. */
final class LettuceWork extends JsonWork {

    private final RedisClient client;
    private final RedisCommands<String, String> redis;

    LettuceWork(int port) {
        this.client = RedisClient.create("redis://127.0.0.1:" + port);
        this.redis = client.connect().sync();
    }

    @Override
    void set(String key, String text) {
        redis.set(key, text);
    }

    @Override
    void setFor(String key, String text, long millis) {
        redis.set(key, text, SetArgs.Builder.px(millis));
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
        return redis.mget(keys.toArray(String[]::new)).stream()
                .map(Value::getValue)
                .toList();
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
