package dev.farminglabs.benchmarks.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The work, as one library does it. Thread-safe. */
interface Work extends AutoCloseable {

    /** How long a session, a rate limit and a cached value last. */
    Duration LIFE = Duration.ofHours(1);

    /** Creates a session or replaces it. */
    void upsertSession(Session session);

    /** A session by its token. */
    @Nullable
    Session getSession(String token);

    /** Takes one from what is left of a limit; false when nothing is left. */
    boolean consume(String who);

    /** Creates or replaces a cached value. */
    void upsertCache(String key, Map<String, Object> value);

    /** A cached value. */
    @Nullable
    Map<String, Object> getCache(String key);

    /** Creates an order. */
    void createOrder(Order order);

    /** The orders of a customer. */
    List<Order> list(String customer);

    @Override
    void close();

    /** Somebody who is there now. */
    record Session(
            String sessionToken, String userId, String workspaceId, Map<String, Object> state, Instant expiresAt) {}

    /** What somebody bought. */
    record Order(String number, String customer, int total) {}
}
