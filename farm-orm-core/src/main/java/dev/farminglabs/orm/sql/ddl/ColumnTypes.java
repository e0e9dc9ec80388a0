package dev.farminglabs.orm.sql.ddl;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The column types of one database, spelled as its catalog spells them, so that what was declared and what is there
 * compare as text. Immutable.
 *
 * @param text       text of any length
 * @param limited    text with a limit, without the limit
 * @param maxLength  the highest limit, in the units the database counts; a field that allows more gets {@code text}
 * @param units      how many of those units a character (code point) can take
 * @param integer    32 bits
 * @param bigint     64 bits
 * @param decimal    exact numbers, without their digits
 * @param bool       true or false
 * @param datetime   a point in time with milliseconds
 * @param json       a JSON value
 * @param wider      types by name, with others that hold every value of them and behave the same
 */
public record ColumnTypes(
        String text,
        String limited,
        int maxLength,
        int units,
        String integer,
        String bigint,
        String decimal,
        String bool,
        String datetime,
        String json,
        Map<String, List<String>> wider) {

    /** Copies the map. */
    public ColumnTypes {
        wider = Map.copyOf(wider);
    }

    /** The type of that field's column. */
    public String of(FieldDefinition field) {
        return switch (field.kind()) {
            case STRING -> string(field.length());
            case ENUMERATION -> text;
            case INTEGER -> integer;
            case BIGINT -> bigint;
            case DECIMAL -> decimal + "(" + field.precision() + "," + field.scale() + ")";
            case BOOLEAN -> bool;
            case DATETIME -> datetime;
            case JSON -> json;
        };
    }

    private String string(@Nullable Integer length) {
        return length == null || length > maxLength / units ? text : limited + "(" + length * units + ")";
    }

    /** Whether a column of the type that was found holds whatever the field's own type holds. */
    public boolean fits(FieldDefinition field, String found) {
        TypeText expected = TypeText.of(of(field));
        TypeText actual = TypeText.of(found);
        boolean sameKind = actual.name().equals(expected.name())
                || wider.getOrDefault(expected.name(), List.of()).contains(actual.name());
        return sameKind && actual.holds(expected, field.kind() == FieldKind.DECIMAL);
    }
}
