package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.Enumeration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.driver.row.Values;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a field may hold. */
final class FieldChecks {

    /**
     * The value in the spelling it is stored in.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when the field cannot hold it
     */
    static @Nullable Object storable(FieldDefinition field, @Nullable Object value) {
        if (value == null) {
            if (!field.nullable()) {
                throw Violations.required(field);
            }
            return null;
        }
        Class<?> type = type(field.kind());
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    field + " is stored as " + type.getSimpleName() + ", not as " + value.getClass());
        }
        Object normal = value instanceof BigDecimal decimal ? Values.decimal(decimal) : value;
        fits(field, normal);
        return normal;
    }

    private static void fits(FieldDefinition field, Object value) {
        Enumeration enumeration = field.enumeration();
        Integer length = field.length();
        if (value instanceof BigDecimal decimal) {
            digits(field, decimal);
        } else if (enumeration != null && enumeration.constant((String) value) == null) {
            throw Violations.notAConstant(field);
        } else if (length != null && value instanceof String text && text.codePointCount(0, text.length()) > length) {
            throw Violations.tooLarge(field, "at most " + length + " characters");
        }
    }

    private static void digits(FieldDefinition field, BigDecimal stripped) {
        long whole = (long) stripped.precision() - stripped.scale();
        boolean fits = stripped.signum() == 0
                || (stripped.scale() <= field.scale() && whole <= (long) field.precision() - field.scale());
        if (!fits) {
            throw Violations.tooLarge(field, "decimal(" + field.precision() + ", " + field.scale() + ")");
        }
    }

    /**
     * The sum, in the field's type.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when it does not fit
     */
    static Object sum(FieldDefinition field, Object stored, Object added) {
        try {
            return switch (field.kind()) {
                case INTEGER -> Math.addExact((Integer) stored, (Integer) added);
                case BIGINT -> Math.addExact((Long) stored, (Long) added);
                case DECIMAL -> ((BigDecimal) stored).add((BigDecimal) added);
                case STRING, BOOLEAN, DATETIME, ENUMERATION, JSON ->
                    throw new IllegalArgumentException(field + " is not a number");
            };
        } catch (ArithmeticException e) {
            throw Violations.tooLarge(field, field.kind() == FieldKind.INTEGER ? "32 bits" : "64 bits");
        }
    }

    private static Class<?> type(FieldKind kind) {
        return switch (kind) {
            case STRING, ENUMERATION, JSON -> String.class;
            case INTEGER -> Integer.class;
            case BIGINT -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case BOOLEAN -> Boolean.class;
            case DATETIME -> Instant.class;
        };
    }

    private FieldChecks() {}
}
