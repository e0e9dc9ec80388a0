package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.Enumeration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.driver.redis.server.Violations;
import dev.farminglabs.orm.driver.row.Values;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The text of a value in a cell, and back. Equal values have one text. */
public final class Cells {

    /** The row version, counted up by every write. */
    public static final String VERSION = "_v";

    /** The version of the schema the record was created under. */
    public static final String SCHEMA = "_s";

    /** The text of a value: of a time its milliseconds since 1970, of a decimal its digits without an exponent. */
    public static String text(Object value) {
        if (value instanceof Instant time) {
            return Long.toString(time.toEpochMilli());
        }
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return value instanceof BigDecimal number ? Values.decimal(number).toPlainString() : value.toString();
    }

    /** The value a text stands for; null is no cell. A text that stands for none is {@code UNKNOWN}. */
    public static @Nullable Object value(FieldDefinition field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return switch (field.kind()) {
                case STRING, ENUMERATION, JSON -> text;
                case INTEGER -> Integer.valueOf(text);
                case BIGINT -> Long.valueOf(text);
                case DECIMAL -> new BigDecimal(text);
                case BOOLEAN -> text.equals("1");
                case DATETIME -> Instant.ofEpochMilli(Long.parseLong(text));
            };
        } catch (NumberFormatException e) {
            throw Violations.unreadable(field);
        }
    }

    /** What a record holds that was written before the schema had the field: the default, where null is no value. */
    public static @Nullable Object added(FieldDefinition field) {
        if (field.nullable() || !(field.defaultValue() instanceof DefaultValue.Constant constant)) {
            return null;
        }
        Object value = constant.value();
        Enumeration enumeration = field.enumeration();
        if (enumeration != null) {
            return enumeration.text(value);
        }
        return field.kind() == FieldKind.JSON ? null : Values.normal(value);
    }

    private Cells() {}
}
