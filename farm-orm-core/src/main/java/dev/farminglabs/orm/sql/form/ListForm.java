package dev.farminglabs.orm.sql.form;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Slot;

/** How a column is compared with a list of values. */
@FunctionalInterface
public interface ListForm {

    /** One array, whatever its length; an empty one gives none, or all when negated. */
    ListForm ARRAY = (sql, column, field, values, negated) -> sql.add(column)
            .add(negated ? " <> all(" : " = any(")
            .bind(Bind.array(values, field))
            .add(")");

    /** One array, or as many conditions as it takes where one array cannot hold them all. */
    ListForm ARRAYS = (sql, column, field, values, negated) -> {
        String compared = column + (negated ? " <> all(" : " = any(");
        sql.add("(" + compared)
                .bind(Bind.arrays(values, field), (negated ? ") and " : ") or ") + compared)
                .add("))");
    };

    /** One text with a JSON array, whatever its length; SQLite's {@code json_each} makes rows of it. */
    ListForm JSON_EACH = (sql, column, field, values, negated) -> sql.add(column)
            .add(negated ? " not in (select value from json_each(" : " in (select value from json_each(")
            .bind(Bind.json(values, field))
            .add("))");

    /** Each value by itself, for databases that have no arrays; an empty list is a query without rows. */
    ListForm EACH = (sql, column, field, values, negated) -> sql.add(column)
            .add(negated ? " not in (" : " in (")
            .bind(Bind.list(values, field), ", ")
            .add(")");

    /** Writes a condition that is true where the column holds one of the values, or none of them when negated. */
    void write(SqlWriter sql, String column, FieldDefinition field, Slot values, boolean negated);
}
