package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.redis.server.Violations;
import dev.farminglabs.orm.driver.row.Values;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes make of a record. */
final class Sums {

    static @Nullable Object[] changed(StoredRow row, List<Change> changes, Arguments arguments) {
        @Nullable Object[] values = row.values().clone();
        for (Change change : changes) {
            int position = change.field().position();
            Object before = values[position];
            if (change.kind() == Change.Kind.SET) {
                values[position] = Values.normalOrNull(arguments.get(change.value()));
            } else if (before != null) {
                values[position] = sum(change.field(), before, arguments.require(change.value()));
            }
        }
        return values;
    }

    private static Object sum(FieldDefinition field, Object stored, Object added) {
        try {
            return switch (field.kind()) {
                case INTEGER -> Math.addExact((Integer) stored, (Integer) added);
                case BIGINT -> Math.addExact((Long) stored, (Long) added);
                case DECIMAL -> fitting(field, Values.decimal(((BigDecimal) stored).add((BigDecimal) added)));
                case STRING, BOOLEAN, DATETIME, ENUMERATION, JSON ->
                    throw new IllegalArgumentException(field + " is not a number");
            };
        } catch (ArithmeticException e) {
            throw Violations.tooLarge(field);
        }
    }

    private static BigDecimal fitting(FieldDefinition field, BigDecimal sum) {
        long whole = (long) sum.precision() - sum.scale();
        if (sum.signum() != 0 && (sum.scale() > field.scale() || whole > (long) field.precision() - field.scale())) {
            throw Violations.tooLarge(field);
        }
        return sum;
    }

    private Sums() {}
}
