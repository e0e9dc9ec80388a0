package dev.farminglabs.orm.engine.value;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Between Java values and canonical JSON text: keys sorted, numbers in one spelling, no blanks. Two values that are the same
 * by structure have the same text, so a store without a JSON type can compare text. Thread-safe.
 */
public final class JsonText {

    /** A number with an exponent beyond this is written with it, so that nobody can make a short number fill the memory. */
    private static final int PLAIN_DIGITS = 100;

    /** PostgreSQL keeps 16,383 digits after the point; nobody needs as many. */
    private static final int HIGHEST_EXPONENT = 10_000;

    private final JsonMapper mapper;
    /** Whether nobody has changed how the mapper writes. */
    private final boolean plain;

    private final ObjectWriter writer;

    /** With that mapper, or for null a private one whose settings no application changes by accident. */
    public JsonText(@Nullable JsonMapper mapper) {
        this.plain = mapper == null;
        this.mapper = mapper != null
                ? mapper
                : JsonMapper.builder()
                        // a newer version of the application may have stored more than this one knows
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        // as text, a number that is not finite would come back as something else
        this.writer = this.mapper.writer().without(JsonWriteFeature.WRITE_NAN_AS_STRINGS);
    }

    String canonical(FieldDefinition field, Object value) {
        String written = plain ? PlainJson.of(field, this, value) : null;
        return written != null ? written : mapped(field, value);
    }

    private String mapped(FieldDefinition field, Object value) {
        try {
            StringBuilder text = new StringBuilder();
            // through text, so that numbers nobody can tell apart later are the same now
            JsonNode tree = mapper.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(writer.writeValueAsString(value));
            append(field, tree, text);
            return text.toString();
        } catch (JacksonException | StackOverflowError e) {
            throw Refusal.value(
                    OrmErrorCode.INVALID_QUERY,
                    field,
                    field + " got a value that cannot be written as JSON ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    Object read(FieldDefinition field, String text) {
        try {
            return mapper.readValue(text, mapper.constructType(field.javaType()));
        } catch (JacksonException e) {
            throw Refusal.value(
                    OrmErrorCode.CHECK_VIOLATION,
                    field,
                    field + " holds JSON that cannot be read as "
                            + field.javaType().getTypeName() + " ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    private void append(FieldDefinition field, JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            appendObject(field, node, text);
        } else if (node.isArray()) {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                text.append(i == 0 ? "" : ",");
                append(field, node.get(i), text);
            }
            text.append(']');
        } else if (node.isString()) {
            quote(field, node.stringValue(), text);
        } else if (node.isNumber()) {
            text.append(number(field, node.decimalValue()));
        } else {
            text.append(node);
        }
    }

    private void appendObject(FieldDefinition field, JsonNode node, StringBuilder text) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        text.append('{');
        String comma = "";
        for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
            text.append(comma);
            quote(field, entry.getKey(), text);
            text.append(':');
            append(field, entry.getValue(), text);
            comma = ",";
        }
        text.append('}');
    }

    /** Adds the string in quotes, written by the mapper where a character may have to be written in another way. */
    void quote(FieldDefinition field, String string, StringBuilder text) {
        PortableText.checked(field, string);
        if (simple(string)) {
            text.append('"').append(string).append('"');
        } else {
            text.append(mapper.writeValueAsString(string));
        }
    }

    private static boolean simple(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '/') {
                return false;
            }
        }
        return true;
    }

    static String number(FieldDefinition field, BigDecimal given) {
        BigDecimal number = given.stripTrailingZeros();
        long exponent = Math.abs((long) number.scale());
        if (exponent > HIGHEST_EXPONENT) {
            throw Refusal.value(
                    OrmErrorCode.VALUE_TOO_LARGE,
                    field,
                    field + " got a JSON number with an exponent no store can keep");
        }
        return exponent <= PLAIN_DIGITS ? number.toPlainString() : number.toString();
    }
}
