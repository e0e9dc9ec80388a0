package dev.farminglabs.orm.sql.form;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lists of values as JSON text, for databases that have no arrays and make rows of JSON. */
public final class JsonArrays {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    /**
     * A list of values.
     *
     * @param values  the values; some may be null
     * @param element what is written of each that is not
     */
    public record Column(List<?> values, UnaryOperator<Object> element) {

        void write(StringBuilder json, int row) {
            Object value = values.get(row);
            value(json, value == null ? null : element.apply(value));
        }
    }

    /** {@code ["a","b"]}. */
    public static String list(Column column) {
        StringBuilder json = new StringBuilder("[");
        for (int row = 0; row < column.values().size(); row++) {
            json.append(row == 0 ? "" : ",");
            column.write(json, row);
        }
        return json.append(']').toString();
    }

    /** {@code [["a",1],["b",2]]}, of lists that are equally long. */
    public static String rows(List<Column> columns) {
        StringBuilder json = new StringBuilder("[");
        for (int row = 0; row < columns.get(0).values().size(); row++) {
            json.append(row == 0 ? "[" : ",[");
            for (int at = 0; at < columns.size(); at++) {
                json.append(at == 0 ? "" : ",");
                columns.get(at).write(json, row);
            }
            json.append(']');
        }
        return json.append(']').toString();
    }

    private static void value(StringBuilder json, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            json.append(truth ? '1' : '0');
        } else if (value == null || value instanceof Long || value instanceof Integer) {
            json.append(value);
        } else if (value instanceof BigDecimal number) {
            text(json, number.toPlainString());
        } else if (value instanceof LocalDateTime time) {
            text(json, TIME.format(time));
        } else {
            text(json, (String) value);
        }
    }

    private static void text(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private JsonArrays() {}
}
