package dev.farminglabs.orm.sql.form;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Slot;
import java.util.List;

/**
 * What stands at one place of a statement's text: which value, and how it travels. Never the value.
 *
 * @param slot    the value's place among the operation's arguments
 * @param form    how many values the slot holds
 * @param kind    what kind of value it is
 * @param digits  how many digits a decimal has; of no meaning for other kinds
 * @param secret  whether no log shows the value
 * @param columns for {@link Form#ROWS} the lists that stand side by side, otherwise empty
 */
public record Bind(Slot slot, Form form, FieldKind kind, Digits digits, boolean secret, List<Bind> columns) {

    /** How many values a slot holds. */
    public enum Form {
        /** One value. */
        VALUE,
        /** A list of values, sent as one array. */
        ARRAY,
        /** A list of values, sent as one array, or as several where the database allows an array no more of them. */
        ARRAYS,
        /** A list of values, each sent by itself; the statement's text has as many places as there are values. */
        LIST,
        /** A list of values, sent as the text of a JSON array. */
        JSON,
        /** Several lists of one length, sent as the text of a JSON array of rows. */
        ROWS,
        /** A number of records, such as how many to skip. */
        COUNT
    }

    /**
     * The digits of a decimal.
     *
     * @param precision all of them
     * @param scale     those behind the point
     */
    public record Digits(int precision, int scale) {}

    private static final Digits NONE = new Digits(0, 0);

    /** Copies the list. */
    public Bind {
        columns = List.copyOf(columns);
    }

    /** One value of that field. */
    public static Bind value(Slot slot, FieldDefinition field) {
        return of(slot, Form.VALUE, field);
    }

    /** A list of that field's values, as one array. */
    public static Bind array(Slot slot, FieldDefinition field) {
        return of(slot, Form.ARRAY, field);
    }

    /** A list of that field's values, as few arrays. */
    public static Bind arrays(Slot slot, FieldDefinition field) {
        return of(slot, Form.ARRAYS, field);
    }

    /** Whether the statement's text depends on how many values the slot holds. */
    public boolean expands() {
        return form == Form.LIST || form == Form.ARRAYS;
    }

    /** A list of that field's values, each by itself. */
    public static Bind list(Slot slot, FieldDefinition field) {
        return of(slot, Form.LIST, field);
    }

    /** A list of that field's values, as JSON. */
    public static Bind json(Slot slot, FieldDefinition field) {
        return of(slot, Form.JSON, field);
    }

    /** Lists of one length, as JSON rows. */
    public static Bind rows(List<Bind> columns) {
        return new Bind(columns.get(0).slot(), Form.ROWS, FieldKind.JSON, NONE, false, columns);
    }

    /** A number of records. */
    public static Bind count(Slot slot) {
        return new Bind(slot, Form.COUNT, FieldKind.INTEGER, NONE, false, List.of());
    }

    private static Bind of(Slot slot, Form form, FieldDefinition field) {
        boolean decimal = field.kind() == FieldKind.DECIMAL;
        Digits digits = decimal ? new Digits(field.precision(), field.scale()) : NONE;
        return new Bind(slot, form, field.kind(), digits, field.secret(), List.of());
    }
}
