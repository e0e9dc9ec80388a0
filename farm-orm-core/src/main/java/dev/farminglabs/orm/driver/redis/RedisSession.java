package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.server.Violations;
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

/** Carries out operations on the records of one schema. */
final class RedisSession implements DriverSession {

    private final Place place;
    private final Writes writes;

    RedisSession(Place place) {
        this.place = place;
        this.writes = new Writes(place);
    }

    @Override
    public Optional<String> naturalId(ModelDefinition model, @Nullable Object[] row) {
        ModelLayout layout = place.layouts().of(model);
        return layout.derivesIds() ? Optional.of(layout.handle(row)) : Optional.empty();
    }

    @Override
    public List<@Nullable Object[]> find(Find find, Arguments arguments) {
        return new Finds(place, arguments, find).rows();
    }

    @Override
    public List<@Nullable Object[]> aggregate(Aggregate aggregate, Arguments arguments) {
        return new Aggregates(place, arguments, aggregate).rows();
    }

    @Override
    public Written write(Write write, Arguments arguments) {
        return writes.one(new WriteCall(write, arguments));
    }

    @Override
    public void batch(List<WriteCall> calls, Consumer<Written> done) {
        writes.all(calls, done);
    }

    @Override
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        throw Violations.transactions();
    }
}
