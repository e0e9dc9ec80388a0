package dev.farminglabs.orm.driver;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a tool hear what drivers send on its own thread: the texts that are logged at DEBUG, which hold names and never a
 * value. As long as nobody listens anywhere, telling costs one look at a number. Thread-safe.
 */
public final class SentStatements {

    private static final AtomicInteger LISTENERS = new AtomicInteger();
    private static final ThreadLocal<@Nullable Consumer<String>> LISTENER = new ThreadLocal<>();

    /** Whether somebody listens on some thread; asked by a driver before it makes a text for {@link #tell}. */
    public static boolean heard() {
        return LISTENERS.get() > 0;
    }

    /** Called by drivers with the text of a statement or command, before it is sent. */
    public static void tell(String text) {
        if (heard()) {
            Consumer<String> listener = LISTENER.get();
            if (listener != null) {
                listener.accept(text);
            }
        }
    }

    /** Runs the work and gives the listener what is sent by it on this thread, in place of an outer listener. */
    public static <T extends @Nullable Object> T listen(Consumer<String> listener, Supplier<T> work) {
        Consumer<String> outer = LISTENER.get();
        LISTENER.set(listener);
        LISTENERS.incrementAndGet();
        try {
            return work.get();
        } finally {
            LISTENERS.decrementAndGet();
            if (outer == null) {
                LISTENER.remove();
            } else {
                LISTENER.set(outer);
            }
        }
    }

    private SentStatements() {}
}
