package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.SqlWriter;

/**
 * What all parts of a statement are written with: the dialect and the names of one schema.
 *
 * @param dialect the dialect
 * @param names   the names
 */
record Vocabulary(Dialect dialect, Names names) {

    /** The column as it is to be ordered. */
    String ordered(String column, FieldDefinition field) {
        return isText(field) ? dialect.text().ordered().replace("%c", column) : column;
    }

    /** What {@link #ordered} made of a text, as text again. */
    String restored(String ordered, FieldDefinition field) {
        return isText(field) ? dialect.text().restored().replace("%c", ordered) : ordered;
    }

    static boolean isText(FieldDefinition field) {
        return field.kind() == FieldKind.STRING || field.kind() == FieldKind.ENUMERATION;
    }

    /** The value of a slot, for that field. */
    void value(SqlWriter sql, Slot slot, FieldDefinition field) {
        dialect.types().bind(sql, Bind.value(slot, field));
    }
}
