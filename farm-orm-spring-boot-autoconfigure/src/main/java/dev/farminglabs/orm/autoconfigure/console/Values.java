package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.definition.Enumeration;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads values that were typed, in the Java type of their field, and shows stored ones as text. */
final class Values {

    /** What stands for a secret, however long it is. */
    static final String MASK = "••••••";

    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Map<FieldKind, String> EXPECTED = Map.of(
            FieldKind.INTEGER, "a whole number of 32 bits",
            FieldKind.BIGINT, "a whole number of 64 bits",
            FieldKind.DECIMAL, "a number",
            FieldKind.BOOLEAN, "true or false",
            FieldKind.DATETIME, "a time in UTC, such as 2026-01-31 or 2026-01-31T12:00:00Z");

    /** The text as a value of the field. */
    static Object parse(FieldDefinition field, String text) {
        try {
            return switch (field.kind()) {
                case STRING -> text;
                case INTEGER -> Integer.valueOf(text.strip());
                case BIGINT -> Long.valueOf(text.strip());
                case DECIMAL -> decimal(text.strip());
                case BOOLEAN -> bool(text.strip());
                case DATETIME -> time(text.strip());
                case ENUMERATION -> constant(field, text.strip());
                case JSON -> throw Refusal.bad(field + " is JSON: it can be asked only whether there is a value");
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.bad(field + " takes " + EXPECTED.get(field.kind()));
        }
    }

    /** A short text can stand for a number with a billion digits. */
    private static BigDecimal decimal(String text) {
        BigDecimal number = text.length() > 100 ? null : new BigDecimal(text);
        if (number == null || Math.abs((long) number.scale()) > 100) {
            throw new NumberFormatException();
        }
        return number;
    }

    private static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
        }
        return text.equals("true");
    }

    private static Instant time(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static Object constant(FieldDefinition field, String text) {
        Enumeration constants = Objects.requireNonNull(field.enumeration());
        Object constant = constants.constant(text);
        if (constant == null) {
            throw Refusal.bad(field + " is one of " + constants.texts());
        }
        return constant;
    }

    /** The value in one line; a secret masked. */
    static String line(FieldDefinition field, Object value) {
        return secret(field) ? MASK : text(field, value, COMPACT);
    }

    /** The value as it is, JSON on several lines; a secret masked. */
    static String whole(FieldDefinition field, Object value) {
        return secret(field) ? MASK : text(field, value, INDENTED);
    }

    static boolean secret(@Nullable FieldDefinition field) {
        return field != null && field.secret();
    }

    private static String text(FieldDefinition field, Object value, JsonMapper json) {
        if (field.kind() == FieldKind.JSON) {
            try {
                return json.writeValueAsString(value);
            } catch (JacksonException e) {
                return "(cannot be shown)";
            }
        }
        Enumeration constants = field.enumeration();
        return constants != null
                ? String.valueOf(constants.text(value))
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private Values() {}
}
