package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.SortableDecimal;
import dev.farminglabs.orm.sql.form.ValueForm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the constants of a schema are written into its tables. Only for definitions: values of a call are always bound.
 *
 * @param backslash  what a backslash means in text
 * @param timePrefix what stands before the text of a time
 * @param values     in which types times and decimals are stored
 */
public record SqlLiterals(Backslash backslash, String timePrefix, ValueForm values) {

    /** What a backslash means in text. */
    public enum Backslash {
        /** Itself. */
        PLAIN,
        /** It may escape the next character, and does where {@code E} stands in front. */
        MARKED,
        /** It escapes the next character, also itself. */
        DOUBLED
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final Instant FIRST = LocalDate.of(1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LAST =
            LocalDate.of(9999, 12, 31).atStartOfDay().toInstant(ZoneOffset.UTC);

    /** The text in quotes. */
    public String text(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        if (backslash == Backslash.PLAIN || text.indexOf('\\') < 0) {
            return quoted;
        }
        return (backslash == Backslash.MARKED ? "E" : "") + quoted.replace("\\", "\\\\");
    }

    /**
     * A constant default, or null where the database is not told: JSON, whose text the engine makes, and times that not every
     * database can write.
     */
    @Nullable
    String constant(FieldDefinition field, Object value) {
        return switch (field.kind()) {
            case STRING, ENUMERATION -> text(stored(field, value));
            case DECIMAL -> decimal(field, (BigDecimal) value);
            case INTEGER, BIGINT, BOOLEAN -> value.toString();
            case DATETIME -> time((Instant) value);
            case JSON -> null;
        };
    }

    private String decimal(FieldDefinition field, BigDecimal value) {
        return values == ValueForm.PRIMITIVE
                ? text(SortableDecimal.text(value, new Bind.Digits(field.precision(), field.scale())))
                : value.toPlainString();
    }

    private @Nullable String time(Instant value) {
        if (values == ValueForm.PRIMITIVE) {
            return Long.toString(value.toEpochMilli());
        }
        return value.isBefore(FIRST) || value.isAfter(LAST)
                ? null
                : timePrefix + "'"
                        + (values == ValueForm.LOCAL_TIMES ? LOCAL : TIME).format(value.truncatedTo(ChronoUnit.MILLIS))
                        + "'";
    }

    /** The text a constant of a text or enumeration field is stored as. */
    static String stored(FieldDefinition field, Object value) {
        if (field.enumeration() == null) {
            return (String) value;
        }
        String text = field.enumeration().text(value);
        return text == null ? value.toString() : text;
    }
}
