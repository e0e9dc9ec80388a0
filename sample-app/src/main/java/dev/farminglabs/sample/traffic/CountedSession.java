package dev.farminglabs.sample.traffic;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DelegatingSession;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the session behind it do the work, and notes what it did and how long that took; of a transaction what is done in it.
 * Values are never noted.
 */
@SuppressWarnings("NullAway") // Java 17 does not read from class files that elements of an array may be null
final class CountedSession implements DelegatingSession {

    private final DriverSession session;
    private final SchemaDefinition schema;
    private final Driver driver;

    CountedSession(DriverSession session, SchemaDefinition schema, Driver driver) {
        this.session = session;
        this.schema = schema;
        this.driver = driver;
    }

    @Override
    public DriverSession session() {
        return session;
    }

    @Override
    public List<@Nullable Object[]> find(Find find, Arguments arguments) {
        return noted("find", find.model(), () -> session.find(find, arguments));
    }

    @Override
    public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        return noted("aggregate", aggregate.model(), () -> session.aggregate(aggregate, arguments));
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        String name = write.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return noted(name, write.model(), () -> session.write(write, arguments));
    }

    @Override
    public void batch(List<WriteCall> calls, Consumer<Written> done) {
        noted("batch of " + calls.size(), null, () -> {
            session.batch(calls, done);
            return calls;
        });
    }

    private <T extends @Nullable Object> T noted(String operation, @Nullable ModelDefinition model, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            String what = model == null ? operation : operation + " " + schema.table(model);
            RequestCalls.note(new StoreCall(driver.store(), what, System.nanoTime() - start));
        }
    }
}
