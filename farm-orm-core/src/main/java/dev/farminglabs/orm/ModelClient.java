package dev.farminglabs.orm;

import dev.farminglabs.orm.engine.Engine;
import dev.farminglabs.orm.engine.Request;
import dev.farminglabs.orm.engine.value.Assigned;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The records of one model. Reading verbs are here; what changes existing records is behind {@link #where} or {@link #all()},
 * so that it cannot be said without saying which. Immutable and thread-safe.
 *
 * @param <M> the model
 */
public final class ModelClient<M extends Model<M>> extends Query<M> {

    ModelClient(Engine engine, Request request) {
        super(engine, request);
    }

    /** The records that meet all of the conditions. */
    @SafeVarargs
    public final Matching<M> where(Condition<M>... conditions) {
        return where(Arrays.asList(conditions));
    }

    /** The records that meet all of the conditions. */
    public Matching<M> where(Collection<Condition<M>> conditions) {
        return new Matching<>(engine, request.where(Condition.allOf(conditions).source));
    }

    /** Every record, said out loud: the way to {@code updateMany} or {@code deleteMany} without a condition. */
    public Matching<M> all() {
        return new Matching<>(engine, request.meaningAll());
    }

    /** The same, with records that are marked as deleted in sight. */
    public ModelClient<M> withDeleted() {
        return new ModelClient<>(engine, request.scope(request.scope().includingDeleted()));
    }

    /** Creates a record; fields that are not assigned get their defaults. Returns what is stored. */
    @SafeVarargs
    public final Row create(Assignment<M>... values) {
        return Row.of(model(), engine.run(engine.create(request, assigned(values), engine.row(model()))));
    }

    /**
     * Creates a record from a Java record whose components are fields of the model. A component that is null is written as
     * null; fields that are no components get their defaults. Returns what is stored.
     */
    public Row create(Record input) {
        return Row.of(
                model(), engine.run(engine.create(request, engine.assigned(model(), input), engine.row(model()))));
    }

    /** Creates a record and returns what is stored, as the view shows it. */
    @SafeVarargs
    public final <T extends Record> T create(Class<T> view, Assignment<M>... values) {
        return engine.run(engine.create(request, assigned(values), engine.view(model(), view)));
    }

    /** Creates a record from a Java record and returns what is stored, as the view shows it. */
    public <T extends Record> T create(Class<T> view, Record input) {
        return engine.run(engine.create(request, engine.assigned(model(), input), engine.view(model(), view)));
    }

    /**
     * Creates a record for each Java record, all or none (the capabilities say where a store cannot promise that).
     *
     * @return how many were created
     */
    public long createMany(Collection<? extends Record> inputs) {
        List<List<Assigned>> records =
                inputs.stream().map(input -> engine.assigned(model(), input)).toList();
        return engine.createMany(request, records);
    }

    /**
     * Checks a select shape now, and keeps the result. A class that does this in its constructor fails when the application
     * starts, not at the first request.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_PROJECTION} and every
     *     reason why the record cannot be read from the model
     */
    public <T extends Record> Projection<M, T> projection(Class<T> view) {
        return new Projection<>(engine.view(model(), view));
    }

    /**
     * As {@link #projection}, for a base and its variants: a sealed interface whose records say with {@link From} which variant
     * they are. One record may say nothing, and is then what a record of no variant is read into.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_PROJECTION} and every
     *     reason why the hierarchy cannot be read from the model
     */
    public <T> Projection<M, T> variants(Class<T> hierarchy) {
        return new Projection<>(engine.view(model(), hierarchy));
    }
}
