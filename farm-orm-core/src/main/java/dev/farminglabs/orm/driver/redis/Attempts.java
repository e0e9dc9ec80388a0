package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.redis.server.Violations;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries again what others were faster with, after growing pauses of random length, so that two do not meet for ever. */
final class Attempts {

    private static final int MOST = 500;
    private static final long LONGEST_PAUSE_NANOS = 10_000_000;

    private final ModelDefinition model;
    private int count;

    Attempts(ModelDefinition model) {
        this.model = model;
    }

    /** Tries until it gives an answer. */
    <T> T until(Supplier<@Nullable T> attempt) {
        while (true) {
            T answer = attempt.get();
            if (answer != null) {
                return answer;
            }
            pause();
        }
    }

    private void pause() {
        if (++count == MOST || Thread.currentThread().isInterrupted()) {
            throw Violations.contended(model);
        }
        long longest = Math.min(LONGEST_PAUSE_NANOS, 50_000L << Math.min(count, 10));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }
}
