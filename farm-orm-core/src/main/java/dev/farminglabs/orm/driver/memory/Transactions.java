package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.error.OrmFailure;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store's one lock, and what is taken back when something fails. A transaction holds the lock to its end, so what
 * happens inside is seen by its own thread only.
 */
final class Transactions {

    private static final long PATIENCE_SECONDS = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final UndoLog undo = new UndoLog();
    private boolean active;

    /** What failed first in the transaction under way. */
    private @Nullable Throwable spoiled;

    UndoLog undo() {
        return undo;
    }

    /** Runs the work while no other thread touches the tables. */
    <T extends @Nullable Object> T alone(Supplier<T> work) {
        acquire();
        try {
            refuseSpoiled();
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private void refuseSpoiled() {
        if (spoiled != null) {
            throw OrmFailure.ofSpoiledTransaction(spoiled)
                    .at(MemoryDriver.STORE)
                    .exception(spoiled);
        }
    }

    /** Runs one write: what it did is taken back when it throws. */
    <T extends @Nullable Object> T atomically(Supplier<T> work) {
        return alone(() -> {
            int mark = undo.mark();
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } catch (RuntimeException e) {
                spoil(e);
                throw e;
            } finally {
                end(done, mark);
            }
        });
    }

    private void spoil(Throwable failure) {
        if (active && spoiled == null) {
            spoiled = failure;
        }
    }

    private void end(boolean done, int mark) {
        if (!done) {
            undo.backTo(mark);
        }
        if (!active) {
            undo.clear();
        }
    }

    /** Runs a transaction, or joins the one under way; when a joined one fails, the whole is rolled back. */
    <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return alone(() -> active ? joined(work) : outermost(work));
    }

    private <T extends @Nullable Object> T joined(Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            spoil(e);
            throw e;
        }
    }

    private <T extends @Nullable Object> T outermost(Supplier<T> work) {
        active = true;
        boolean done = false;
        try {
            T result = work.get();
            refuseSpoiled();
            done = true;
            return result;
        } finally {
            active = false;
            spoiled = null;
            end(done, 0);
        }
    }

    private void acquire() {
        if (lock.tryLock()) {
            return;
        }
        try {
            if (lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Violations.notToBeHad();
    }
}
