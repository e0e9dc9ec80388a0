package dev.farminglabs.orm.autoconfigure.audit;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Notes on their way, so many and no more; what does not fit is counted. Thread-safe. */
final class AuditQueue {

    private final BlockingQueue<AuditNote> notes;
    private final AtomicLong dropped = new AtomicLong();

    AuditQueue(int capacity) {
        this.notes = new ArrayBlockingQueue<>(capacity);
    }

    /** Takes the note, or counts it as dropped; never waits. */
    void offer(AuditNote note) {
        if (!notes.offer(note)) {
            drop(1);
        }
    }

    /** Counts notes that will not be kept. */
    void drop(long count) {
        dropped.addAndGet(count);
    }

    /** Moves what is there, up to that many, waiting a moment for the first. */
    void take(List<? super AuditNote> into, int most, long millis) throws InterruptedException {
        AuditNote first = notes.poll(millis, TimeUnit.MILLISECONDS);
        if (first != null) {
            into.add(first);
            notes.drainTo(into, most - 1);
        }
    }

    int size() {
        return notes.size();
    }

    /** Counts all that is there as dropped. */
    void dropAll() {
        while (notes.poll() != null) {
            drop(1);
        }
    }

    long dropped() {
        return dropped.get();
    }
}
