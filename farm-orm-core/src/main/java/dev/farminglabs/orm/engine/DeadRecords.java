package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records past their time that the store has not removed yet. They must not stand in the way of a unique key; removing one is
 * always right, because nobody can see it any more. Thread-safe.
 */
record DeadRecords(DriverSession session, Supplier<Values> operations) {

    static boolean possible(ModelDefinition model) {
        return model.with(FieldRole.EXPIRY) != null;
    }

    /** Removes the dead that hold a value of one of the keys as the row does. */
    void clear(Collection<UniqueDefinition> keys, @Nullable Object[] row) {
        clearAny(keys, List.<@Nullable Object[]>of(row));
    }

    /**
     * Removes the dead that may hold the values of a key as one of the rows does. Where a value is not known, more than stand
     * in the way are removed, which harms nobody.
     */
    void clearAny(Collection<UniqueDefinition> keys, List<@Nullable Object[]> rows) {
        if (keys.isEmpty()) {
            return;
        }
        ModelDefinition model = keys.iterator().next().model();
        Values values = operations.get();
        List<Predicate> collisions = new ArrayList<>();
        for (UniqueDefinition key : keys) {
            List<Predicate> parts = new ArrayList<>();
            for (FieldDefinition field : key.fields()) {
                Predicate held = held(field, rows, values);
                if (held != null) {
                    parts.add(held);
                }
            }
            collisions.add(Predicate.and(parts));
        }
        Predicate expired = new Visibility(Scope.DEFAULT, values).expired(model);
        if (expired != null) {
            Predicate where = Predicate.and(expired, Predicate.or(collisions));
            session.write(new Write.Delete(model, where), values.arguments());
        }
    }

    private static @Nullable Predicate held(FieldDefinition field, List<@Nullable Object[]> rows, Values values) {
        List<Object> held =
                new ArrayList<>(); // the same value twice too, or else the values would decide on the statement
        for (@Nullable Object[] row : rows) {
            Object value = row[field.position()];
            if (value != null && value != NewRecords.STORE_GENERATED) {
                held.add(value);
            }
        }
        if (held.isEmpty()) {
            return null;
        }
        return rows.size() == 1
                ? new Predicate.Compare(field, Comparison.EQUAL, values.add(held.get(0)), false)
                : new Predicate.In(field, values.add(List.copyOf(held)), false);
    }
}
