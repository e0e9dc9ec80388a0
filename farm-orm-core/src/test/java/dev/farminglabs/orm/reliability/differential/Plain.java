package dev.farminglabs.orm.reliability.differential;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a value is once it is stored, as semantics.md says it. */
final class Plain {

    /** JSON by its structure. */
    record Json(String canonical) {}

    /** The value as it is compared between stores. What a store gives back must be it already, but for JSON. */
    static @Nullable Object value(Facts.Field field, @Nullable Object value) {
        return field.kind() == Facts.Kind.JSON && value != null ? json(value) : value;
    }

    /** The value as it is stored. */
    static @Nullable Object stored(Facts.Field field, @Nullable Object value) {
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.MILLIS);
        }
        return value instanceof BigDecimal number ? stripped(number) : value(field, value);
    }

    static BigDecimal stripped(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static Json json(Object value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return new Json(text.toString());
    }

    private static void append(@Nullable Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            new TreeMap<>(map).forEach((key, one) -> {
                append(key, text);
                text.append(':');
                append(one, text);
                text.append(',');
            });
            text.append('}');
        } else if (value instanceof Collection<?> list) {
            text.append('[');
            list.forEach(one -> {
                append(one, text);
                text.append(',');
            });
            text.append(']');
        } else if (value instanceof Number number) {
            text.append(new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
        } else if (value instanceof String string) {
            text.append('"')
                    .append(string.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        } else {
            text.append(value);
        }
    }

    private Plain() {}
}
