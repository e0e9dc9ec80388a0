package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.sql.form.SqlText;
import java.util.List;

/**
 * A statement that reads.
 *
 * @param statement text and binds
 * @param columns   what kind of value each column of the result holds
 */
public record SqlQuery(SqlText statement, List<FieldKind> columns) {

    /** Copies the list. */
    public SqlQuery {
        columns = List.copyOf(columns);
    }
}
