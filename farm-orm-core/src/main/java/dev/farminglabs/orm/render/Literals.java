package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.FieldDefinition;
import java.math.BigDecimal;

/** Texts of a schema where they must not mean more than themselves. */
final class Literals {

    /** Text where a line end would end more than the text: a space for every control character. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").trim();
    }

    /** A constant default as it is stored, without quotes. */
    static String constant(FieldDefinition field, Object value) {
        if (field.enumeration() != null) {
            String stored = field.enumeration().text(value);
            return stored == null ? value.toString() : stored;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** A text literal of TypeScript. */
    static String typeScript(String text) {
        return PrismaSchema.quoted(text).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** Text inside a template literal of TypeScript. */
    static String template(String text) {
        return text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${");
    }

    /** Text inside a comment that ends in a star and a slash. */
    static String comment(String text) {
        return oneLine(text).replace("*/", "* /");
    }

    private Literals() {}
}
