package dev.farminglabs.orm.engine.value;

import dev.farminglabs.orm.definition.FieldDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes canonical JSON of what most JSON is made of: the JDK's maps and lists with text, numbers and truth values in them.
 * Anything else, and anything near a limit of the mapper, is left to the mapper, which takes several times as long.
 */
final class PlainJson {

    private static final int DEEPEST = 50;
    private static final int LONGEST = 10_000;
    private static final int MOST_DIGITS = 500;

    private final FieldDefinition field;
    private final JsonText json;
    private final StringBuilder text = new StringBuilder(64);

    private PlainJson(FieldDefinition field, JsonText json) {
        this.field = field;
        this.json = json;
    }

    /** The canonical text, or null when the mapper has to write the value. */
    static @Nullable String of(FieldDefinition field, JsonText json, Object value) {
        PlainJson plain = new PlainJson(field, json);
        return plain.add(value, 0) ? plain.text.toString() : null;
    }

    private boolean add(@Nullable Object value, int depth) {
        if (value instanceof String string) {
            return addText(string);
        }
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            text.append(value);
            return true;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) && addNumber(BigDecimal.valueOf(number));
        }
        if (value.getClass() == BigDecimal.class) {
            return addNumber((BigDecimal) value);
        }
        if (depth == DEEPEST || !value.getClass().getName().startsWith("java.util.")) {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            return addObject(map, depth);
        }
        return value instanceof List<?> list && addArray(list, depth);
    }

    private boolean addText(String string) {
        if (string.length() > LONGEST) {
            return false;
        }
        json.quote(field, string, text);
        return true;
    }

    private boolean addNumber(BigDecimal number) {
        if (number.precision() > MOST_DIGITS) {
            return false;
        }
        text.append(JsonText.number(field, number));
        return true;
    }

    private boolean addArray(List<?> list, int depth) {
        char before = '[';
        for (Object element : list) {
            text.append(before);
            before = ',';
            if (!add(element, depth + 1)) {
                return false;
            }
        }
        text.append(list.isEmpty() ? "[]" : "]");
        return true;
    }

    private boolean addObject(Map<?, ?> map, int depth) {
        List<String> keys = new ArrayList<>(map.size());
        for (Object key : map.keySet()) {
            if (!(key instanceof String name)) {
                return false;
            }
            keys.add(name);
        }
        Collections.sort(keys);
        char before = '{';
        for (String key : keys) {
            text.append(before);
            before = ',';
            if (!addText(key)) {
                return false;
            }
            text.append(':');
            if (!add(map.get(key), depth + 1)) {
                return false;
            }
        }
        text.append(keys.isEmpty() ? "{}" : "}");
        return true;
    }
}
