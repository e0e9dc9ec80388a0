package dev.farminglabs.orm.driver.redis.server;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time set a place up. The lock is lent for a while, so that a process that died holds nobody up for
 * long; one that works has it renewed on the way, and one that was too slow for that finds out and stops. Thread-safe.
 */
public final class SetupLock {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Commands commands;
    private final String key;
    private final Duration lease;

    @SuppressWarnings("ThreadLocalUsage") // another lock has other holders
    private final ThreadLocal<@Nullable Held> held = new ThreadLocal<>();

    /**
     * A lock under that key.
     *
     * @param lease how long it is lent
     */
    public SetupLock(Commands commands, String key, Duration lease) {
        this.commands = commands;
        this.key = key;
        this.lease = lease;
    }

    private record Held(String owner, AtomicLong renewedAt) {}

    /** Does the work alone. Waits for twice the time the lock is lent for: by then one who died has lost it. After that it is {@code LOCK_TIMEOUT}. */
    public <T> T exclusively(Supplier<T> work) {
        Held mine = take();
        held.set(mine);
        T done;
        try {
            done = work.get();
        } catch (RuntimeException | Error e) {
            try {
                release(mine);
            } catch (RuntimeException unlocking) {
                e.addSuppressed(unlocking); // it must not hide why the work failed
            }
            throw e;
        }
        release(mine);
        return done;
    }

    private void release(Held mine) {
        held.remove();
        commands.write(Script.UNLOCK, List.of(key), List.of(mine.owner));
    }

    private Held take() {
        Held mine = new Held(UUID.randomUUID().toString(), new AtomicLong(System.nanoTime()));
        long from = System.nanoTime();
        while (!commands.lock(key, mine.owner, lease.toMillis())) {
            if (System.nanoTime() - from > 2 * lease.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                throw failure("Another process sets this store up and does not end, or the wait was interrupted");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            mine.renewedAt.set(System.nanoTime());
        }
        return mine;
    }

    /**
     * To be called between parts of long work, as often as one likes. That another process has the lock by now is {@code
     * LOCK_TIMEOUT}. Does nothing outside of {@link #exclusively}.
     */
    public void renew() {
        Held mine = held.get();
        if (mine == null || System.nanoTime() - mine.renewedAt.get() < lease.toNanos() / 3) {
            return;
        }
        long before = System.nanoTime();
        List<@Nullable Object> reply =
                commands.write(Script.RENEW, List.of(key), List.of(mine.owner, Long.toString(lease.toMillis())));
        if (!Long.valueOf(1).equals(reply.get(0))) {
            throw failure("Setting this store up took so long that another process has begun to; push again");
        }
        mine.renewedAt.set(before);
    }

    private static RuntimeException failure(String message) {
        return OrmFailure.of(OrmErrorCode.LOCK_TIMEOUT, message)
                .at(Violations.STORE)
                .advising(Retry.SAFE)
                .exception();
    }
}
