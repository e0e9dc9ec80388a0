package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Several calls gone wrong together. */
final class WrongOrder {

    /** A batch is grouped by something else than the order of its calls. */
    static DriverSession batchBackwards(DriverSession next) {
        return new Passing(next) {
            @Override
            public void batch(List<WriteCall> calls, Consumer<Written> done) {
                List<WriteCall> backwards = new ArrayList<>(calls);
                Collections.reverse(backwards);
                List<Written> answers = new ArrayList<>();
                next.batch(backwards, answers::add);
                Collections.reverse(answers);
                answers.forEach(done);
            }
        };
    }

    /** A batch goes on after a failure, and tells of it at the end. */
    static DriverSession batchGoesOn(DriverSession next) {
        return new Passing(next) {
            @Override
            public void batch(List<WriteCall> calls, Consumer<Written> done) {
                RuntimeException failure = null;
                for (WriteCall call : calls) {
                    try {
                        done.accept(next.write(call.write(), call.arguments()));
                    } catch (RuntimeException e) {
                        failure = e;
                    }
                }
                if (failure != null) {
                    throw failure;
                }
            }
        };
    }

    /** Rolls back all tables but the one that was written to first. */
    static DriverSession rollbackForgets(DriverSession next) {
        ThreadLocal<List<WriteCall>> under = new ThreadLocal<>();
        return new Passing(next) {
            @Override
            public Written write(Write write, Arguments arguments) {
                Written written = next.write(write, arguments);
                if (under.get() != null) {
                    under.get().add(new WriteCall(write, arguments));
                }
                return written;
            }

            @Override
            public <T extends @Nullable Object> T transaction(Supplier<T> work) {
                if (under.get() != null) {
                    return next.transaction(work);
                }
                List<WriteCall> done = new ArrayList<>();
                under.set(done);
                try {
                    return next.transaction(work);
                } catch (Throwable e) {
                    under.remove();
                    done.stream()
                            .filter(call ->
                                    call.write().model() == done.get(0).write().model())
                            .forEach(call -> next.write(call.write(), call.arguments()));
                    throw e;
                } finally {
                    under.remove();
                }
            }
        };
    }

    /** An inner transaction that fails leaves the outer one as it is. */
    static DriverSession innerStandsAlone(DriverSession next) {
        ThreadLocal<Boolean> under = new ThreadLocal<>();
        return new Passing(next) {
            @Override
            public <T extends @Nullable Object> T transaction(Supplier<T> work) {
                if (under.get() != null) {
                    return work.get();
                }
                under.set(true);
                try {
                    return next.transaction(work);
                } finally {
                    under.remove();
                }
            }
        };
    }

    private WrongOrder() {}
}
