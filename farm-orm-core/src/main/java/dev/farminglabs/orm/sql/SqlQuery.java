package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.sql.form.SqlText;
import java.util.List;

/**
 * A text that reads: one statement, or several that travel together and answer with one result each.
 *
 * @param statement text and binds
 * @param results   the results in the order of the statements; the first holds the records asked for
 */
public record SqlQuery(SqlText statement, List<SqlResult> results) {

    /** Copies the list. */
    public SqlQuery {
        results = List.copyOf(results);
    }

    /** A statement whose columns are its rows' cells. */
    static SqlQuery of(SqlText statement, List<FieldKind> columns) {
        return new SqlQuery(statement, List.of(SqlResult.plain(columns)));
    }
}
