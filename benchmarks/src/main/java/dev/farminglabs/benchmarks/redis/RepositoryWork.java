package dev.farminglabs.benchmarks.redis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisHash;
import org.springframework.data.redis.core.RedisKeyValueAdapter;
import org.springframework.data.redis.core.RedisKeyValueTemplate;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.TimeToLive;
import org.springframework.data.redis.core.convert.MappingRedisConverter;
import org.springframework.data.redis.core.index.Indexed;
import org.springframework.data.redis.core.mapping.RedisMappingContext;
import org.springframework.data.redis.repository.support.RedisRepositoryFactory;
import org.springframework.data.redis.serializer.StringRedisSerializer;
import org.springframework.data.repository.CrudRepository;

/** Spring Data's repositories, over Lettuce; the natural key is the id. */
final class RepositoryWork implements Work {

    /** A session. */
    @RedisHash("sessions")
    record SessionHash(
            @Id String token,
            String userId,
            String workspaceId,
            Map<String, Object> state,
            Instant expiresAt,
            @TimeToLive long seconds) {}

    /** What is left of a limit. */
    @RedisHash("limits")
    record Bucket(@Id String who, int remaining, @TimeToLive long seconds) {}

    /** A cached value. */
    @RedisHash("cache")
    record Cached(
            @Id String key,
            Map<String, Object> value,
            @TimeToLive long seconds) {}

    /** An order. */
    @RedisHash("orders")
    record OrderHash(@Id String number, @Indexed String customer, int total) {}

    interface Sessions extends CrudRepository<SessionHash, String> {}

    interface Buckets extends CrudRepository<Bucket, String> {}

    interface Cache extends CrudRepository<Cached, String> {}

    interface Orders extends CrudRepository<OrderHash, String> {
        List<OrderHash> findByCustomer(String customer);
    }

    private final LettuceConnectionFactory connections;
    private final Sessions sessions;
    private final Buckets buckets;
    private final Cache cache;
    private final Orders orders;

    RepositoryWork(int port) {
        this.connections = Connections.lettuce(port);
        RedisTemplate<byte[], byte[]> template = new RedisTemplate<>();
        template.setConnectionFactory(connections);
        template.setDefaultSerializer(StringRedisSerializer.UTF_8);
        template.setEnableDefaultSerializer(false);
        template.afterPropertiesSet();
        RedisMappingContext mapping = new RedisMappingContext();
        MappingRedisConverter converter = new MappingRedisConverter(mapping);
        converter.afterPropertiesSet();
        RedisKeyValueTemplate operations =
                new RedisKeyValueTemplate(new RedisKeyValueAdapter(template, converter), mapping);
        RedisRepositoryFactory factory = new RedisRepositoryFactory(operations);
        this.sessions = factory.getRepository(Sessions.class);
        this.buckets = factory.getRepository(Buckets.class);
        this.cache = factory.getRepository(Cache.class);
        this.orders = factory.getRepository(Orders.class);
    }

    @Override
    public void upsertSession(Session session) {
        sessions.save(new SessionHash(
                session.sessionToken(),
                session.userId(),
                session.workspaceId(),
                session.state(),
                session.expiresAt(),
                LIFE.toSeconds()));
    }

    @Override
    public @Nullable Session getSession(String token) {
        return sessions.findById(token)
                .map(found -> new Session(
                        found.token(), found.userId(), found.workspaceId(), found.state(), found.expiresAt()))
                .orElse(null);
    }

    @Override
    public boolean consume(String who) {
        int remaining = buckets.findById(who).map(Bucket::remaining).orElse(Inputs.LIMIT);
        if (remaining == 0) {
            return false;
        }
        buckets.save(new Bucket(who, remaining - 1, LIFE.toSeconds()));
        return true;
    }

    @Override
    public void upsertCache(String key, Map<String, Object> value) {
        cache.save(new Cached(key, value, LIFE.toSeconds()));
    }

    @Override
    public @Nullable Map<String, Object> getCache(String key) {
        return cache.findById(key).map(Cached::value).orElse(null);
    }

    @Override
    public void createOrder(Order order) {
        orders.save(new OrderHash(order.number(), order.customer(), order.total()));
    }

    @Override
    public List<Order> list(String customer) {
        return orders.findByCustomer(customer).stream()
                .map(found -> new Order(found.number(), found.customer(), found.total()))
                .toList();
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
