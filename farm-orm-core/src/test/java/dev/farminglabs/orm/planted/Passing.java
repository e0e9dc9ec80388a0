package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passes everything on; a bug overrides one method. */
class Passing implements DriverSession {

    final DriverSession next;

    Passing(DriverSession next) {
        this.next = next;
    }

    @Override
    public Optional<String> naturalId(ModelDefinition model, @Nullable Object[] row) {
        return next.naturalId(model, row);
    }

    @Override
    public List<@Nullable Object[]> find(Find find, Arguments arguments) {
        return next.find(find, arguments);
    }

    @Override
    public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        return next.aggregate(aggregate, arguments);
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        return next.write(write, arguments);
    }

    @Override
    public void batch(List<WriteCall> calls, Consumer<Written> done) {
        calls.forEach(call -> done.accept(write(call.write(), call.arguments())));
    }

    @Override
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return next.transaction(work);
    }
}
