package dev.farminglabs.orm.driver;

import dev.farminglabs.orm.definition.ModelDefinition;
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

/**
 * A session in front of another one: what an implementation leaves as it is, the other one carries out. A batch goes to it as a
 * whole: who overrides {@link #write} overrides {@link #batch} too.
 */
public interface DelegatingSession extends DriverSession {

    /** The session that does the work. */
    DriverSession session();

    @Override
    default Optional<String> naturalId(ModelDefinition model, @Nullable Object[] row) {
        return session().naturalId(model, row);
    }

    @Override
    default List<@Nullable Object[]> find(Find find, Arguments arguments) {
        return session().find(find, arguments);
    }

    @Override
    default List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        return session().aggregate(aggregate, arguments);
    }

    @Override
    default Written write(Write write, Arguments arguments) {
        return session().write(write, arguments);
    }

    @Override
    default void batch(List<WriteCall> calls, Consumer<Written> done) {
        session().batch(calls, done);
    }

    @Override
    default <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return session().transaction(work);
    }
}
