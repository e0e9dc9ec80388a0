package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.engine.Engine;
import dev.farminglabs.orm.engine.Request;
import dev.farminglabs.orm.engine.value.Assigned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reading. Immutable and thread-safe: each call gives a new query, and the verbs {@code find…}, {@code count} and so on run
 * it. Every verb throws a Spring {@code DataAccessException} that implements {@link dev.farminglabs.orm.error.OrmError}.
 *
 * @param <M> the model
 */
public class Query<M extends Model<M>> {

    final Engine engine;
    final Request request;

    Query(Engine engine, Request request) {
        this.engine = engine;
        this.request = request;
    }

    final ModelDefinition model() {
        return request.model();
    }

    @SafeVarargs
    static <M extends Model<M>> List<Assigned> assigned(Assignment<M>... values) {
        List<Assigned> assigned = new ArrayList<>(values.length);
        for (Assignment<M> value : values) {
            assigned.addAll(value.assigned);
        }
        return assigned;
    }

    /** In that order, the first key counting most. Replaces an earlier order. */
    @SafeVarargs
    public final Query<M> orderBy(Order<M>... order) {
        return new Query<>(
                engine,
                request.orderBy(Arrays.stream(order).map(one -> one.sort).toList()));
    }

    /** Leaves out the first records. The order is completed with the id, so that it is total. */
    public final Query<M> skip(int count) {
        return new Query<>(engine, request.skip(notNegative("skip", count)));
    }

    /** At most that many records; of 0, none. The order is completed with the id, so that it is total. */
    public final Query<M> take(int count) {
        return new Query<>(engine, request.take(notNegative("take", count)));
    }

    static int notNegative(String verb, int count) {
        if (count < 0) {
            throw Refusal.query(verb + "(" + count + "): the number must not be negative");
        }
        return count;
    }

    /** All records, as the view shows them. */
    public final <T extends Record> List<T> findMany(Class<T> view) {
        return engine.findMany(request, engine.view(model(), view));
    }

    /** All records, as the projection shows them. */
    public final <T> List<T> findMany(Projection<M, T> projection) {
        return engine.findMany(request, projection.view);
    }

    /** All records with all of their fields. */
    public final List<Row> findMany() {
        return engine.findMany(request, engine.row(model())).stream()
                .map(values -> Row.of(model(), values))
                .toList();
    }

    /** The field's value of each record that has one. */
    public final <V> List<V> findValues(Field<M, V> field) {
        return engine.findValues(request, field.definition());
    }

    /** The first record in the query's order, completed with the id. */
    public final <T extends Record> Optional<T> findFirst(Class<T> view) {
        return engine.findFirst(request, engine.view(model(), view));
    }

    /** The first record in the query's order, completed with the id. */
    public final <T> Optional<T> findFirst(Projection<M, T> projection) {
        return engine.findFirst(request, projection.view);
    }

    /** The first record in the query's order, completed with the id. */
    public final Optional<Row> findFirst() {
        return engine.findFirst(request, engine.row(model())).map(values -> Row.of(model(), values));
    }

    /**
     * One page by key: the records after the cursor in the query's order, completed with the id. Records created or removed
     * meanwhile neither repeat nor hide others.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException when the cursor is from another order, or the query
     *     has {@code skip} or {@code take}
     */
    public final <T extends Record> CursorPage<T> findPage(Class<T> view, Cursor cursor) {
        return CursorPage.of(
                cursor, engine.findPage(request, engine.view(model(), view), cursor.size(), cursor.token()));
    }

    /** One page by key, as the projection shows the records. */
    public final <T> CursorPage<T> findPage(Projection<M, T> projection, Cursor cursor) {
        return CursorPage.of(cursor, engine.findPage(request, projection.view, cursor.size(), cursor.token()));
    }

    /**
     * All records, read page by page while the stream is consumed; no connection is held in between. A record that changes
     * meanwhile may be seen before or after its change. Close it.
     */
    public final <T extends Record> Stream<T> stream(Class<T> view) {
        return engine.stream(request, engine.view(model(), view));
    }

    /** As {@link #stream(Class)}, as the projection shows the records. */
    public final <T> Stream<T> stream(Projection<M, T> projection) {
        return engine.stream(request, projection.view);
    }

    /** Gives every record to the consumer, reading page by page. */
    public final <T extends Record> void forEach(Class<T> view, Consumer<? super T> consumer) {
        try (Stream<T> records = stream(view)) {
            records.forEach(consumer);
        }
    }

    /** How many records {@code findMany} would give. */
    public final long count() {
        return engine.count(request);
    }

    /** Whether {@code findMany} would give any. */
    public final boolean exists() {
        return engine.exists(request);
    }

    /** How many records there are for each value of the field; the key null stands for none. */
    public final <V> Map<@Nullable V, Long> countBy(Field<M, V> field) {
        return engine.countBy(request, field.definition());
    }

    /** The exact sum; 0 when no record has a value. */
    public final BigDecimal sum(FieldKinds<M>.NumberField<?> field) {
        return engine.sum(request, field.definition());
    }

    /** The mean, to 38 significant digits, half up; empty when no record has a value. */
    public final Optional<BigDecimal> avg(FieldKinds<M>.NumberField<?> field) {
        return engine.average(request, field.definition());
    }

    /** The least value; empty when no record has one. */
    public final <V> Optional<V> min(ComparableField<M, V> field) {
        return engine.min(request, field.definition());
    }

    /** The greatest value; empty when no record has one. */
    public final <V> Optional<V> max(ComparableField<M, V> field) {
        return engine.max(request, field.definition());
    }
}
