package dev.farminglabs.orm.autoconfigure.audit;

import static dev.farminglabs.orm.autoconfigure.audit.AuditTrail.AUDIT_ENTRY;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings notes from the queue to the store, on a thread of its own. Where the store does not answer, it tries again, and the
 * queue fills; what the store refuses for good is counted as dropped. Stopping writes what is left, for a limited time.
 */
final class AuditWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);
    private static final int TOGETHER = 500;
    private static final long LOOK_MILLIS = 200;
    private static final long AGAIN_MILLIS = 1000;

    private final AuditQueue queue;
    private final Supplier<OrmClient<AuditTrail>> client;
    private final Duration closing;
    private final AtomicBoolean complained = new AtomicBoolean();
    private final AtomicLong written = new AtomicLong();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    AuditWriter(AuditQueue queue, Supplier<OrmClient<AuditTrail>> client, Duration closing) {
        this.queue = queue;
        this.client = client;
        this.closing = closing;
    }

    /** How many notes the store has. */
    long written() {
        return written.get();
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        Thread started = new Thread(this::work, "farm-orm-audit");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Ends after what writes, and before connections are closed. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping.countDown();
        try {
            running.join(Math.max(1, closing.toMillis()));
            running.interrupt(); // where it still waits for a store
        } catch (InterruptedException e) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
        thread = null;
        int left = queue.size();
        if (left > 0) {
            queue.dropAll();
            LOG.warn("{} audit entries were not written before the end", left);
        }
    }

    private void work() {
        List<AuditNote> notes = new ArrayList<>();
        try {
            while (stopping.getCount() > 0 || queue.size() > 0) {
                notes.clear();
                queue.take(notes, TOGETHER, LOOK_MILLIS);
                if (!notes.isEmpty()) {
                    write(notes);
                }
            }
        } catch (InterruptedException e) {
            queue.drop(notes.size());
        }
    }

    private void write(List<AuditNote> notes) throws InterruptedException {
        for (boolean first = true; ; first = false) {
            try {
                client.get().model(AUDIT_ENTRY).createMany(notes);
                written.addAndGet(notes.size());
                return;
            } catch (RuntimeException failure) {
                if (hopeless(failure)) {
                    giveUp(notes, failure);
                    return;
                }
                if (first) {
                    LOG.warn("The audit cannot be written now and is tried again", failure);
                }
                new CountDownLatch(1).await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** One that is refused does not take the others with it. */
    private void giveUp(List<AuditNote> notes, RuntimeException failure) throws InterruptedException {
        if (notes.size() > 1) {
            for (AuditNote note : notes) {
                write(List.of(note));
            }
        } else {
            queue.drop(1);
            if (complained.compareAndSet(false, true)) {
                LOG.warn("An audit entry was refused and is lost. Further ones are counted and not logged.", failure);
            }
        }
    }

    /** Whether trying again would do the same. */
    private static boolean hopeless(RuntimeException failure) {
        return OrmError.in(failure)
                .filter(error -> error.retry() != Retry.NEVER)
                .isEmpty();
    }
}
