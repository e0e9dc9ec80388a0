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
 * @param keys       how many characters the entry of an index holds, or 0 where that is no limit on text of any length
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
        int keys,
        Map<String, List<String>> wider) {

    /** Copies the map. */
    public ColumnTypes {
        wider = Map.copyOf(wider);
    }

    /** The types of a database whose indexes hold any text. */
    ColumnTypes(
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
        this(text, limited, maxLength, units, integer, bigint, decimal, bool, datetime, json, 0, wider);
    }

    /** The same types, where text in an index is limited to its share of that many characters. */
    ColumnTypes withKeys(int characters) {
        return new ColumnTypes(
                text, limited, maxLength, units, integer, bigint, decimal, bool, datetime, json, characters, wider);
    }

    /** The type of that field's column. */
    public String of(FieldDefinition field) {
        return switch (field.kind()) {
            case STRING -> string(field, field.length());
            case ENUMERATION -> keys == 0 ? text : string(field, IndexedText.longest(field));
            case INTEGER -> integer;
            case BIGINT -> bigint;
            case DECIMAL -> decimal + "(" + field.precision() + "," + field.scale() + ")";
            case BOOLEAN -> bool;
            case DATETIME -> datetime;
            case JSON -> json;
        };
    }

    private String string(FieldDefinition field, @Nullable Integer length) {
        if (keys > 0 && length == null) {
            int share = share(field);
            return share == 0 ? text : limited + "(" + share + ")";
        }
        return length == null || length > maxLength / units ? text : limited + "(" + length * units + ")";
    }

    /** How many characters of that field's text its indexes hold; 0 where they hold all, or there are none. */
    int share(FieldDefinition field) {
        return keys == 0 ? 0 : IndexedText.share(field, keys);
    }

    /** Whether a column of the type that was found has room for more text than the field's indexes hold. */
    public boolean beyondIndexes(FieldDefinition field, String found) {
        int share = share(field);
        TypeText actual = TypeText.of(found);
        return share > 0
                && of(field).equals(limited + "(" + share + ")")
                && (found.equals(text)
                        || (actual.name().equals(limited) && actual.limits().get(0) > share));
    }

    /** Whether an index holds values of columns of those types as a whole, as a unique key has to. */
    public boolean indexable(List<String> found) {
        return keys == 0 || found.stream().mapToInt(this::characters).sum() <= keys;
    }

    /** Whether a column of the type that was found takes more of an index than one of the field's own type. */
    public boolean widens(FieldDefinition field, String found) {
        return characters(found) > characters(of(field));
    }

    private int characters(String type) {
        TypeText taken = TypeText.of(type);
        if (taken.name().endsWith("text")) {
            return keys + 1;
        }
        return taken.name().endsWith("char") && !taken.limits().isEmpty()
                ? taken.limits().get(0)
                : IndexedText.OTHER;
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
