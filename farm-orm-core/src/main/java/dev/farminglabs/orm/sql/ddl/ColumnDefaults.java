package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.FieldDefinition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The defaults a database is told, so that a foreign writer gets them too. The engine fills in its own and needs none of
 * them; a new id has none, as only the engine makes it. Immutable.
 */
public final class ColumnDefaults {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm:ss", "Z")
            .optionalEnd()
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0) // what has no offset is stored in UTC
            .toFormatter();

    private final DdlDialect dialect;

    ColumnDefaults(DdlDialect dialect) {
        this.dialect = dialect;
    }

    /** The default of that field's column, or null when it has none. */
    public @Nullable String of(FieldDefinition field) {
        DefaultValue value = field.defaultValue();
        if (value instanceof DefaultValue.Constant constant) {
            return dialect.literals().constant(field, constant.value());
        }
        return value instanceof DefaultValue.Now ? dialect.now() : null;
    }

    /** Whether what the catalog says of the column's default means the field's. */
    public boolean same(FieldDefinition field, @Nullable String found) {
        DefaultValue value = field.defaultValue();
        if (found == null) {
            return false;
        }
        if (found.equals(of(field))) {
            return true;
        }
        if (value instanceof DefaultValue.Constant constant) {
            try {
                return same(field, constant.value(), found);
            } catch (NumberFormatException | DateTimeException e) {
                return false; // an expression, not a constant of this kind
            }
        }
        String bare = LiteralReader.bare(found);
        return bare.equals(LiteralReader.bare(dialect.now()))
                || bare.equals("now()")
                || bare.startsWith("current_timestamp");
    }

    /** MySQL says {@code -(1)}. */
    private static String unwrapped(String number) {
        return number.startsWith("-(") && number.endsWith(")")
                ? '-' + number.substring(2, number.length() - 1)
                : number;
    }

    private boolean same(FieldDefinition field, Object value, String found) {
        String text = LiteralReader.text(found);
        String bare = text == null ? LiteralReader.bare(found) : text;
        return switch (field.kind()) {
            case STRING, ENUMERATION ->
                text != null
                        && dialect.legible(SqlLiterals.stored(field, value)).equals(dialect.legible(text));
            case INTEGER, BIGINT, DECIMAL ->
                new BigDecimal(unwrapped(bare)).compareTo(new BigDecimal(value.toString())) == 0;
            case BOOLEAN -> bare.equalsIgnoreCase(value.toString()) || bare.equals((Boolean) value ? "1" : "0");
            case DATETIME ->
                text != null && Instant.from(TIME.parse(text)).equals(((Instant) value).truncatedTo(ChronoUnit.MILLIS));
            case JSON -> true;
        };
    }
}
