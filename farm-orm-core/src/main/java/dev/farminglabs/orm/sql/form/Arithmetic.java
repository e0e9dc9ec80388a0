package dev.farminglabs.orm.sql.form;

import dev.farminglabs.orm.definition.FieldDefinition;

/** How numbers are added. */
public interface Arithmetic {

    /** The database adds, exactly, and refuses what does not fit. */
    Arithmetic NATIVE = new Arithmetic() {
        @Override
        public void add(SqlWriter sql, String column, FieldDefinition field, Runnable value) {
            sql.add(column).add(" + ");
            value.run();
        }

        @Override
        public String sum(String column, FieldDefinition field) {
            return "sum(" + column + ")";
        }
    };

    /** Writes the column's value with another added; {@code value} may be called more than once. */
    void add(SqlWriter sql, String column, FieldDefinition field, Runnable value);

    /** The exact sum of a column. */
    String sum(String column, FieldDefinition field);
}
