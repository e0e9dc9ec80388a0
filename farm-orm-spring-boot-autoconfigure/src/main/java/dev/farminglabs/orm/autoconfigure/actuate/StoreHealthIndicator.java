package dev.farminglabs.orm.autoconfigure.actuate;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.error.OrmError;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the store of a schema answers. An answer is kept for a while, and whoever asks while another is asking waits for
 * that answer, so that many probes are one ping. Thread-safe.
 */
final class StoreHealthIndicator implements HealthIndicator {

    private record Answer(Health health, long nanos) {}

    private final BoundSchema schema;
    private final long keptNanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Answer last;

    StoreHealthIndicator(BoundSchema schema, Duration kept) {
        this.schema = schema;
        this.keptNanos = kept.toNanos();
    }

    @Override
    public Health health() {
        Health known = known();
        if (known != null) {
            return known;
        }
        asking.lock();
        try {
            known = known();
            if (known == null) {
                known = ask();
                last = new Answer(known, System.nanoTime());
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    private @Nullable Health known() {
        Answer answer = last;
        return answer != null && System.nanoTime() - answer.nanos() < keptNanos ? answer.health() : null;
    }

    /** The message of a failure stays out: it may name a host. No failure may hide what the other stores answer. */
    private Health ask() {
        Health.Builder health = new Health.Builder().withDetail("store", schema.storeKind());
        health.withDetail("bean", schema.storeBean());
        try {
            Driver driver = schema.driver();
            driver.ping();
            return health.up().withDetail("dialect", driver.store()).build();
        } catch (RuntimeException failure) {
            String code = OrmError.in(failure)
                    .map(error -> error.code().name())
                    .orElse(failure.getClass().getName());
            return health.down().withDetail("error", code).build();
        }
    }
}
