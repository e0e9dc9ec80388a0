package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a write from touching more records than a client may. They are counted before, as far as it takes; where there are
 * transactions the write is taken back too when more came in between. Thread-safe.
 */
record Ceiling(
        Driver driver, DriverSession session, @Nullable Integer most) {

    /** How such a write is sent; {@code send} is what it would be without the ceiling, null for as it is. */
    @Nullable
    Function<WriteCall, Written> over(String verb, Predicate where, @Nullable Function<WriteCall, Written> send) {
        if (most == null) {
            return send;
        }
        int limit = most;
        return call -> {
            ModelDefinition model = call.write().model();
            refuseOver(limit, counted(model, where, call.arguments(), limit), verb, model);
            Supplier<Written> write =
                    () -> send == null ? session.write(call.write(), call.arguments()) : send.apply(call);
            if (!driver.capabilities().supportsTransactions()) {
                return write.get();
            }
            return session.transaction(() -> {
                Written written = write.get();
                refuseOver(limit, written.count(), verb, model);
                return written;
            });
        };
    }

    private long counted(ModelDefinition model, Predicate where, Arguments arguments, int limit) {
        @Nullable Object[] more = new @Nullable Object[arguments.size() + 1];
        for (int i = 0; i < arguments.size(); i++) {
            more[i] = arguments.get(new Slot(i));
        }
        more[arguments.size()] = limit == Integer.MAX_VALUE ? limit : limit + 1;
        Selection ids = new Selection(model, List.of(model.id()), List.of());
        Find find = new Find(model, where, List.of(), null, new Slot(arguments.size()), ids, null);
        return session.find(find, new Arguments(more)).size();
    }

    private static void refuseOver(int limit, long records, String verb, ModelDefinition model) {
        if (records > limit) {
            throw Refusal.query(
                    model,
                    verb + " on " + model + " is about more than " + limit + " records, the ceiling of this client"
                            + " (maxAffected), and changes nothing: narrow the conditions, go in steps, or use a client"
                            + " without it");
        }
    }
}
