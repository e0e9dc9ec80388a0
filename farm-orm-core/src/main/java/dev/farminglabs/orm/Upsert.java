package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.engine.Engine;
import dev.farminglabs.orm.engine.UpsertHalves;
import dev.farminglabs.orm.engine.value.Assigned;
import dev.farminglabs.orm.operation.PredicateSource;
import dev.farminglabs.orm.operation.Written;
import java.util.Arrays;
import java.util.List;

/**
 * The two halves of an upsert, named so that they cannot be swapped, and the condition for the second. Immutable.
 *
 * <pre>{@code
 * .upsert(u -> u
 *     .create(BUCKET.remaining.set(limit - 1), BUCKET.resetAt.set(resetAt))
 *     .update(BUCKET.remaining.decrement(1))
 *     .when(BUCKET.remaining.gt(0)))
 * }</pre>
 *
 * @param <M> the model
 */
public final class Upsert<M extends Model<M>> {

    /** What an upsert did. */
    public enum Outcome {
        /** There was no such record, or it was past its time: it has been created. */
        CREATED,
        /** The record was there and met the conditions: it has been changed. */
        UPDATED,
        /** The record is there, did not meet the conditions, and is as it was. */
        REFUSED;

        /** Whether the record now is as one of the two halves says. */
        public boolean applied() {
            return this != REFUSED;
        }

        static Outcome of(Written.Outcome outcome) {
            return switch (outcome) {
                case CREATED -> CREATED;
                case UPDATED -> UPDATED;
                case NOTHING, DELETED -> REFUSED;
            };
        }
    }

    private final Engine engine;
    private final ModelDefinition model;
    private final UpsertHalves halves;

    Upsert(Engine engine, ModelDefinition model) {
        this(engine, model, UpsertHalves.EMPTY);
    }

    private Upsert(Engine engine, ModelDefinition model, UpsertHalves halves) {
        this.engine = engine;
        this.model = model;
        this.halves = halves;
    }

    UpsertHalves halves() {
        return halves;
    }

    /** The values of a new record, beside those of the key. */
    @SafeVarargs
    public final Upsert<M> create(Assignment<M>... values) {
        return creating(Query.assigned(values));
    }

    /** The values of a new record from a Java record; a component of the key must not contradict it. */
    public Upsert<M> create(Record input) {
        return creating(engine.assigned(model, input));
    }

    private Upsert<M> creating(List<Assigned> values) {
        return new Upsert<>(engine, model, new UpsertHalves(values, halves.update(), halves.when()));
    }

    /** What changes in a stored record; without any it is left as it is. */
    @SafeVarargs
    public final Upsert<M> update(Assignment<M>... changes) {
        return new Upsert<>(engine, model, new UpsertHalves(halves.create(), Query.assigned(changes), halves.when()));
    }

    /** Applies the changes only where the stored record meets all of the conditions. */
    @SafeVarargs
    public final Upsert<M> when(Condition<M>... conditions) {
        PredicateSource when = Condition.allOf(Arrays.asList(conditions)).source;
        return new Upsert<>(
                engine,
                model,
                new UpsertHalves(halves.create(), halves.update(), halves.when().and(when)));
    }
}
