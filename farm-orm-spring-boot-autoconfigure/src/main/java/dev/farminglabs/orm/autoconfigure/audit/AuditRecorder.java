package dev.farminglabs.orm.autoconfigure.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands notes to the queue once what they tell of is certain: at once, or after the commit of the transaction it was part of.
 * Never fails. Thread-safe.
 */
final class AuditRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRecorder.class);

    /** What is done with the notes of the transaction under way, once it has been committed. */
    private static final ThreadLocal<@Nullable List<Runnable>> UNDECIDED = new ThreadLocal<>();

    private static final int LONGEST_NAME = 200;

    private final AuditQueue queue;
    private final AuditActor actor;
    private final AtomicBoolean complained = new AtomicBoolean();

    AuditRecorder(AuditQueue queue, AuditActor actor) {
        this.queue = queue;
        this.actor = actor;
    }

    /**
     * Takes note of a write.
     *
     * @param transactional whether its store has transactions
     */
    void record(String schema, String model, String operation, long affected, BooleanSupplier transactional) {
        try {
            AuditNote note = new AuditNote(Instant.now(), named(actor.current()), schema, model, operation, affected);
            if (transactional.getAsBoolean()) {
                whenDecided(note);
            } else {
                queue.offer(note);
            }
        } catch (RuntimeException e) {
            queue.drop(1);
            if (complained.compareAndSet(false, true)) {
                LOG.warn("A write could not be noted for the audit. Further ones are counted and not logged.", e);
            }
        }
    }

    private static @Nullable String named(@Nullable String actor) {
        return actor == null || actor.codePointCount(0, actor.length()) <= LONGEST_NAME
                ? actor
                : actor.substring(0, actor.offsetByCodePoints(0, LONGEST_NAME));
    }

    private void whenDecided(AuditNote note) {
        List<Runnable> waiting = UNDECIDED.get();
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_ROLLED_BACK) {
                        queue.offer(note);
                    }
                }
            });
        } else if (waiting != null) {
            waiting.add(() -> queue.offer(note));
        } else {
            queue.offer(note);
        }
    }

    /** Runs a transaction of a store that does not go by Spring's; its notes count when it returns. */
    <T extends @Nullable Object> T transaction(Supplier<T> work) {
        if (UNDECIDED.get() != null) {
            return work.get(); // the outer one decides
        }
        List<Runnable> waiting = new ArrayList<>();
        UNDECIDED.set(waiting);
        T result;
        try {
            result = work.get();
        } finally {
            UNDECIDED.remove();
        }
        waiting.forEach(Runnable::run);
        return result;
    }
}
