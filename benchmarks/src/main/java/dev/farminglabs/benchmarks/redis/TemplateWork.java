package dev.farminglabs.benchmarks.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Spring's template, over Lettuce. */
final class TemplateWork extends JsonWork {

    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;

    TemplateWork(int port) {
        this.connections = Connections.lettuce(port);
        this.redis = new StringRedisTemplate(connections);
    }

    @Override
    void set(String key, String text) {
        redis.opsForValue().set(key, text);
    }

    @Override
    void setFor(String key, String text, long millis) {
        redis.opsForValue().set(key, text, Duration.ofMillis(millis));
    }

    @Override
    @Nullable
    String get(String key) {
        return redis.opsForValue().get(key);
    }

    @Override
    void add(String set, String member) {
        redis.opsForSet().add(set, member);
    }

    @Override
    Set<String> members(String set) {
        return Objects.requireNonNull(redis.opsForSet().members(set));
    }

    @Override
    List<String> getAll(Collection<String> keys) {
        return Objects.requireNonNull(redis.opsForValue().multiGet(keys));
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
