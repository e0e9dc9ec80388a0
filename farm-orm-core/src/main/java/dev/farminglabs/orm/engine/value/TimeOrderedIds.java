package dev.farminglabs.orm.engine.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): milliseconds since 1970, then a counter, then random bits. Ids of one
 * process are in the order they were made, even when the clock stands still or steps back. Thread-safe.
 */
public final class TimeOrderedIds {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 7L << COUNTER_BITS;
    private static final long VARIANT = 2L << 62;
    private static final long RANDOM_MASK = (1L << 62) - 1;

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    /** The next id, for a clock that says {@code epochMillis}. */
    public String next(long epochMillis) {
        long step = last.updateAndGet(previous -> Math.max(previous + 1, epochMillis << COUNTER_BITS));
        long millis = step >>> COUNTER_BITS;
        long counter = step & ((1L << COUNTER_BITS) - 1);
        long most = millis << 16 | VERSION | counter;
        long least = VARIANT | (randomLong() & RANDOM_MASK);
        return new UUID(most, least).toString();
    }

    /** In one step; {@code nextLong} takes two. */
    private long randomLong() {
        byte[] bytes = new byte[Long.BYTES];
        random.nextBytes(bytes);
        return (long) LONG.get(bytes, 0);
    }
}
