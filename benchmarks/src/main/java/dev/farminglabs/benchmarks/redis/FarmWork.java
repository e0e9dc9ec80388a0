package dev.farminglabs.benchmarks.redis;

import static dev.farminglabs.benchmarks.redis.FastState.BUCKET;
import static dev.farminglabs.benchmarks.redis.FastState.CACHE_ENTRY;
import static dev.farminglabs.benchmarks.redis.FastState.ORDER;
import static dev.farminglabs.benchmarks.redis.FastState.SESSION;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Farm ORM, as its guide says. */
final class FarmWork implements Work {

    /** A cached value. */
    record Cached(Map<String, Object> value) {}

    private final RedisConnectionFactory connections;
    private final OrmClient<FastState> orm;

    FarmWork(RedisConnectionFactory connections) {
        this.connections = connections;
        this.orm = FarmOrm.connect(new FastState(), connections);
    }

    @Override
    public void upsertSession(Session session) {
        orm.model(SESSION)
                .where(SESSION.sessionToken.eq(session.sessionToken()))
                .upsert(u -> u.create(
                                SESSION.userId.set(session.userId()),
                                SESSION.workspaceId.set(session.workspaceId()),
                                SESSION.state.set(session.state()),
                                SESSION.expiresAt.set(session.expiresAt()))
                        .update(
                                SESSION.userId.set(session.userId()),
                                SESSION.workspaceId.set(session.workspaceId()),
                                SESSION.state.set(session.state()),
                                SESSION.expiresAt.set(session.expiresAt())));
    }

    @Override
    public @Nullable Session getSession(String token) {
        return orm.model(SESSION)
                .where(SESSION.sessionToken.eq(token))
                .findUnique(Session.class)
                .orElse(null);
    }

    @Override
    public boolean consume(String who) {
        return orm.model(BUCKET)
                .where(BUCKET.who.eq(who))
                .upsert(u -> u.create(
                                BUCKET.remaining.set(Inputs.LIMIT - 1),
                                BUCKET.resetAt.set(Instant.now().plus(LIFE)))
                        .update(BUCKET.remaining.decrement(1))
                        .when(BUCKET.remaining.gt(0)))
                .applied();
    }

    @Override
    public void upsertCache(String key, Map<String, Object> value) {
        Instant end = Instant.now().plus(LIFE);
        orm.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.key.eq(key))
                .upsert(u -> u.create(CACHE_ENTRY.value.set(value), CACHE_ENTRY.expiresAt.set(end))
                        .update(CACHE_ENTRY.value.set(value), CACHE_ENTRY.expiresAt.set(end)));
    }

    @Override
    public @Nullable Map<String, Object> getCache(String key) {
        return orm.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.key.eq(key))
                .findUnique(Cached.class)
                .map(Cached::value)
                .orElse(null);
    }

    @Override
    public void createOrder(Order order) {
        orm.model(ORDER)
                .create(
                        ORDER.number.set(order.number()),
                        ORDER.customer.set(order.customer()),
                        ORDER.total.set(order.total()));
    }

    @Override
    public List<Order> list(String customer) {
        return orm.model(ORDER).where(ORDER.customer.eq(customer)).findMany(Order.class);
    }

    @Override
    public void close() {
        try {
            ((DisposableBean) connections).destroy();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
