package dev.farminglabs.orm.autoconfigure.console.trace;

import dev.farminglabs.orm.driver.SentStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one thread has sent while a page was made. Used by that thread only. */
public final class Trail {

    private static final ThreadLocal<@Nullable Trail> CURRENT = new ThreadLocal<>();

    /**
     * One operation.
     *
     * @param what       in the words of the library, such as {@code find user where email =}
     * @param statements the texts of what was sent for it; none where the store has no language of its own
     * @param nanos      how long it took
     * @param outcome    such as {@code 25 records}
     */
    public record Step(String what, List<String> statements, long nanos, String outcome) {}

    private final List<Step> steps = new ArrayList<>();

    /** Runs the work and records what this thread sends. */
    public <T> T record(Supplier<T> work) {
        Trail outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** What was recorded so far, in order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Runs one operation; records it where this thread is recorded, and also when it fails. */
    public static <T extends @Nullable Object> T step(String what, Supplier<T> work, Outcome<T> outcome) {
        Trail trail = CURRENT.get();
        if (trail == null) {
            return work.get();
        }
        List<String> statements = new ArrayList<>();
        long begin = System.nanoTime();
        String said = "failed";
        try {
            T result = SentStatements.listen(statements::add, work);
            said = outcome.of(result);
            return result;
        } finally {
            trail.steps.add(new Step(what, List.copyOf(statements), System.nanoTime() - begin, said));
        }
    }

    /** Whether the calling thread is recorded. */
    static boolean isRecording() {
        return CURRENT.get() != null;
    }

    /**
     * Says what came of an operation.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Outcome<T extends @Nullable Object> {
        /** In a few words, without values. */
        String of(T result);
    }
}
