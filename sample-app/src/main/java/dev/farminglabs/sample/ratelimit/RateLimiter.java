package dev.farminglabs.sample.ratelimit;

import static dev.farminglabs.sample.storage.FastState.RATE_LIMIT_BUCKET;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.storage.FastState;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Grants a number of calls in each window of time. Thread-safe, and exact across instances that share the store. */
@Component
class RateLimiter {

    private final OrmClient<FastState> fast;

    RateLimiter(OrmClient<FastState> fast) {
        this.fast = fast;
    }

    /** One step on every store: the first call makes the bucket, the others take from it while something is left. */
    boolean tryConsume(String scope, String identifier, int limit, Instant resetAt) {
        return fast.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is(scope, identifier))
                .upsert(u -> u.create(
                                RATE_LIMIT_BUCKET.remaining.set(limit - 1), RATE_LIMIT_BUCKET.resetAt.set(resetAt))
                        .update(RATE_LIMIT_BUCKET.remaining.decrement(1))
                        .when(RATE_LIMIT_BUCKET.remaining.gt(0)))
                .applied();
    }

    /** When the bucket is full again; empty when it is now. */
    Optional<Instant> resetAt(String scope, String identifier) {
        record Window(Instant resetAt) {}
        return fast.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is(scope, identifier))
                .findUnique(Window.class)
                .map(Window::resetAt);
    }
}
