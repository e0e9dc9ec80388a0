package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.FieldDefinition;
import java.math.BigDecimal;

/** Constant defaults as text. */
final class Constants {

    /** The value as it is stored, without quotes. */
    static String text(FieldDefinition field, Object value) {
        if (field.enumeration() != null) {
            String stored = field.enumeration().text(value);
            return stored == null ? value.toString() : stored;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private Constants() {}
}
