package dev.farminglabs.sample.ratelimit;

import static dev.farminglabs.sample.storage.FastState.RATE_LIMIT_BUCKET;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.storage.FastState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Grants a number of calls in each window of time. Thread-safe, and exact across instances that share the store. */
@Component
public class RateLimiter {

    private final OrmClient<FastState> fast;
    private final RateLimitProperties limit;

    RateLimiter(OrmClient<FastState> fast, RateLimitProperties limit) {
        this.fast = fast;
        this.limit = limit;
    }

    /** One try to sign in with that address, right or wrong. */
    public void consumeSignIn(String address) {
        consume("sign-in", address, limit.signIns());
    }

    /** One call of the API by that client. */
    void consumeCall(String client) {
        consume("api", client, limit.calls());
    }

    private void consume(String scope, String identifier, int most) {
        Instant now = Instant.now();
        if (!tryConsume(scope, identifier, most, now.plus(limit.window()))) {
            Instant resetAt = resetAt(scope, identifier).orElse(now);
            throw new TooManyRequests(Duration.between(now, resetAt));
        }
    }

    /** One step on every store: the first call makes the bucket, the others take from it while something is left. */
    private boolean tryConsume(String scope, String identifier, int most, Instant resetAt) {
        return fast.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is(scope, identifier))
                .upsert(u -> u.create(RATE_LIMIT_BUCKET.remaining.set(most - 1), RATE_LIMIT_BUCKET.resetAt.set(resetAt))
                        .update(RATE_LIMIT_BUCKET.remaining.decrement(1))
                        .when(RATE_LIMIT_BUCKET.remaining.gt(0)))
                .applied();
    }

    /** When the bucket is full again; empty when it is now. */
    private Optional<Instant> resetAt(String scope, String identifier) {
        record Window(Instant resetAt) {}
        return fast.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is(scope, identifier))
                .findUnique(Window.class)
                .map(Window::resetAt);
    }
}
