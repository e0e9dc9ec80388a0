package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.operation.Written;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A checked write that has not been sent. Immutable, but made for one use: times and ids are already in it.
 *
 * @param <T> what the caller gets
 */
public final class Prepared<T> {

    final WriteCall call;
    final @Nullable Function<WriteCall, Written> send;
    final Function<Written, T> finish;

    /**
     * A write; {@code finish} makes the answer of what it did.
     *
     * @param send how it is sent, or null when it can go to the store as it is, and with others
     */
    Prepared(WriteCall call, @Nullable Function<WriteCall, Written> send, Function<Written, T> finish) {
        this.call = call;
        this.send = send;
        this.finish = finish;
    }

    /** The same, giving something made of the answer. */
    public <R> Prepared<R> then(Function<? super T, ? extends R> next) {
        return new Prepared<>(call, send, written -> next.apply(finish.apply(written)));
    }
}
