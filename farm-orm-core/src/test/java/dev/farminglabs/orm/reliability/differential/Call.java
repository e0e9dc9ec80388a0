package dev.farminglabs.orm.reliability.differential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a program, as data. */
sealed interface Call {

    /**
     * Which records a call sees.
     *
     * @param tenant the tenant, or null for across tenants
     */
    record Sight(@Nullable String tenant, boolean withDeleted) {}

    /** Equality on a unique key. */
    record Key(List<String> fields, List<Object> values) {}

    enum Put {
        set,
        setNow,
        increment,
        decrement
    }

    record Assign(String field, Put put, @Nullable Object value) {}

    record Sort(String field, boolean descending, @Nullable Boolean nullsFirst) {}

    /** Order and part of a result. */
    record Ask(List<Sort> sorts, int skip, @Nullable Integer take) {
        static final Ask ALL = new Ask(List.of(), 0, null);

        boolean paged() {
            return skip > 0 || take != null;
        }
    }

    record Narrow(String relation, @Nullable Where where, Ask ask) {}

    /**
     * What is read of a record.
     *
     * @param view a record of {@link Views}, or null for all fields
     */
    record Shape(@Nullable Class<? extends Record> view, List<Narrow> narrowed) {
        static final Shape ROW = new Shape(null, List.of());
    }

    enum Verb {
        findMany,
        findFirst,
        findPage,
        stream,
        count,
        exists,
        findValues,
        sum,
        avg,
        min,
        max,
        countBy
    }

    record Create(Sight sight, String model, List<Assign> values) implements Call {}

    record CreateMany(Sight sight, String model, List<List<Assign>> records) implements Call {}

    record CreateIfAbsent(Sight sight, String model, Key key, List<Assign> values) implements Call {}

    record Update(
            Sight sight, String model, Key key, @Nullable Where guard, List<Assign> changes, boolean shown)
            implements Call {}

    record Upsert(
            Sight sight,
            String model,
            Key key,
            List<Assign> create,
            List<Assign> update,
            @Nullable Where when,
            boolean shown)
            implements Call {}

    record Delete(
            Sight sight, String model, Key key, @Nullable Where guard) implements Call {}

    /** Of no condition: every record, said out loud. */
    record UpdateMany(Sight sight, String model, @Nullable Where where, List<Assign> changes) implements Call {}

    record DeleteMany(Sight sight, String model, @Nullable Where where, boolean purge) implements Call {}

    record FindUnique(Sight sight, String model, Key key, Shape shape) implements Call {}

    /**
     * Any other read.
     *
     * @param field the field of an aggregate
     * @param size  the size of pages
     */
    record Find(
            Sight sight,
            String model,
            @Nullable Where where,
            Ask ask,
            Verb verb,
            @Nullable String field,
            Shape shape,
            int size)
            implements Call {}

    record Batch(Sight sight, List<Call> calls) implements Call {}

    record Transaction(List<Call> calls, boolean rollback) implements Call {}

    /** The clock moves on. */
    record Wait(long millis) implements Call {}
}
