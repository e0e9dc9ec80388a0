package dev.farminglabs.orm.sql.form;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * The names of column types where a statement or an array has to say them. Immutable.
 *
 * @param names    the type of each kind; a decimal's is followed by its digits
 * @param castJson whether JSON has to be told from text
 * @param whole    what a whole number is cast to
 */
public record TypeForm(Map<FieldKind, String> names, boolean castJson, String whole) {

    /** Copies the map. */
    public TypeForm {
        names = Map.copyOf(names);
    }

    /** Types by kind, JSON under the given name. */
    public static TypeForm of(String text, String json, String datetime, boolean castJson) {
        Map<FieldKind, String> names = new EnumMap<>(FieldKind.class);
        names.put(FieldKind.STRING, text);
        names.put(FieldKind.ENUMERATION, text);
        names.put(FieldKind.JSON, json);
        names.put(FieldKind.DATETIME, datetime);
        names.put(FieldKind.INTEGER, "integer");
        names.put(FieldKind.BIGINT, "bigint");
        names.put(FieldKind.DECIMAL, "numeric");
        names.put(FieldKind.BOOLEAN, "boolean");
        return new TypeForm(names, castJson, "bigint");
    }

    /** The type without digits: the element of an array. */
    public String element(FieldKind kind) {
        String name = names.get(kind);
        if (name == null) {
            throw new IllegalArgumentException("No type for " + kind);
        }
        return name;
    }

    /** The same types with another one for casts of whole numbers. */
    public TypeForm casting(String wholeNumbers) {
        return new TypeForm(names, castJson, wholeNumbers);
    }

    /** The type a whole number is cast to. */
    public String cast() {
        return whole;
    }

    /** The type of that field's values. */
    public String of(FieldDefinition field) {
        String element = element(field.kind());
        return field.kind() == FieldKind.DECIMAL
                ? element + '(' + field.precision() + ", " + field.scale() + ')'
                : element;
    }

    /** One value, as what it is. */
    public void bind(SqlWriter sql, Bind bind) {
        if (castJson && bind.kind() == FieldKind.JSON) {
            sql.add("cast(").bind(bind).add(" as ").add(element(FieldKind.JSON)).add(")");
        } else {
            sql.bind(bind);
        }
    }
}
