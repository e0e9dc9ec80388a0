package dev.farminglabs.orm;

import dev.farminglabs.orm.engine.Engine;
import dev.farminglabs.orm.engine.Request;
import dev.farminglabs.orm.engine.UpsertHalves;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The records a condition picks out: read them, change them, remove them. Immutable and thread-safe.
 *
 * <p>{@code findUnique}, {@code update}, {@code delete}, {@code upsert} and {@code createIfAbsent} are about one record and
 * need equality on a unique key; further conditions beside the key guard {@code update} and {@code delete}. Each is one atomic
 * step.
 *
 * @param <M> the model
 */
public final class Matching<M extends Model<M>> extends Query<M> {

    Matching(Engine engine, Request request) {
        super(engine, request);
    }

    /** Those that meet these conditions too. */
    @SafeVarargs
    public final Matching<M> where(Condition<M>... more) {
        return new Matching<>(engine, request.where(Condition.allOf(Arrays.asList(more)).source));
    }

    // ------------------------------------------------------------------------------- one record, by a unique key

    /** The record of the unique key. */
    public <T extends Record> Optional<T> findUnique(Class<T> view) {
        return engine.findUnique(request, engine.view(model(), view));
    }

    /** The record of the unique key, as the projection shows it. */
    public <T> Optional<T> findUnique(Projection<M, T> projection) {
        return engine.findUnique(request, projection.view);
    }

    /** The record of the unique key with all of its fields. */
    public Optional<Row> findUnique() {
        return engine.findUnique(request, engine.row(model())).map(values -> Row.of(model(), values));
    }

    /**
     * Changes the record of the unique key, where it meets the further conditions.
     *
     * @return whether there was such a record
     */
    @SafeVarargs
    public final boolean update(Assignment<M>... changes) {
        return engine.run(engine.update(request, assigned(changes)));
    }

    /** Changes the record of the unique key and returns it; empty when there was none that met the conditions. */
    @SafeVarargs
    public final <T extends Record> Optional<T> update(Class<T> view, Assignment<M>... changes) {
        return engine.run(engine.update(request, assigned(changes), engine.view(model(), view)));
    }

    /**
     * Removes the record of the unique key, where it meets the further conditions; marks it in a model with soft delete.
     *
     * @return whether there was such a record
     */
    public boolean delete() {
        return engine.run(engine.delete(request));
    }

    /**
     * Creates the record of the unique key, or changes the one that is there.
     *
     * @return what happened
     * @throws org.springframework.dao.DuplicateKeyException when another key of the record is taken, or a record out of sight
     *     holds this one: one marked as deleted, or another tenant's
     */
    public Upsert.Outcome upsert(UnaryOperator<Upsert<M>> halves) {
        return Upsert.Outcome.of(engine.run(engine.upsert(request, halves(halves))));
    }

    /** Creates the record of the unique key or changes the one that is there, and returns it as it then stands. */
    public <T extends Record> T upsert(Class<T> view, UnaryOperator<Upsert<M>> halves) {
        return engine.run(engine.upsert(request, halves(halves), engine.view(model(), view)));
    }

    private UpsertHalves halves(UnaryOperator<Upsert<M>> halves) {
        return halves.apply(new Upsert<>(engine, model())).halves();
    }

    /**
     * Creates the record of the unique key unless it is there.
     *
     * @return whether this call created it; true exactly once, however many race
     * @throws org.springframework.dao.DuplicateKeyException when a record out of sight holds the key: one marked as deleted, or
     *     another tenant's
     */
    @SafeVarargs
    public final boolean createIfAbsent(Assignment<M>... values) {
        return engine.run(engine.createIfAbsent(request, assigned(values)));
    }

    /** As {@link #createIfAbsent(Assignment...)}, with the values of a Java record. */
    public boolean createIfAbsent(Record input) {
        return engine.run(engine.createIfAbsent(request, engine.assigned(model(), input)));
    }

    // ------------------------------------------------------------------------------------ any number of records

    /**
     * Changes every record that meets the conditions. Empty conditions are refused unless {@code all()} was said.
     *
     * @return how many records met the conditions
     */
    @SafeVarargs
    public final long updateMany(Assignment<M>... changes) {
        return engine.run(engine.updateMany(request, assigned(changes)));
    }

    /**
     * Removes every record that meets the conditions; marks them in a model with soft delete. Empty conditions are refused
     * unless {@code all()} was said.
     *
     * @return how many records met the conditions
     */
    public long deleteMany() {
        return engine.run(engine.deleteMany(request));
    }

    /**
     * Removes for good every record that meets the conditions, marked as deleted or not. Empty conditions are refused unless
     * {@code all()} was said.
     *
     * @return how many records met the conditions
     */
    public long purge() {
        return engine.run(engine.purge(request));
    }
}
