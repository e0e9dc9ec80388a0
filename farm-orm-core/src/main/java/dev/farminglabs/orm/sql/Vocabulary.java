package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.SqlWriter;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of a statement are written with: the dialect and the names of one schema.
 *
 * @param dialect the dialect
 * @param names   the names
 * @param written the model whose table the statement changes where a condition may not read that table; else null
 */
record Vocabulary(Dialect dialect, Names names, @Nullable ModelDefinition written) {

    Vocabulary(Dialect dialect, Names names) {
        this(dialect, names, null);
    }

    /** For a statement that changes that model's table. */
    Vocabulary writing(ModelDefinition model) {
        return dialect.readsWrittenApart() ? new Vocabulary(dialect, names, model) : this;
    }

    /** For what stands apart from the change, and may read every table. */
    Vocabulary reading() {
        return new Vocabulary(dialect, names, null);
    }

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
