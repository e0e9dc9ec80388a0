package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.SqlQuery;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement made ready to be run with any arguments: what depends on the shape alone is done here, once. Immutable. */
final class Plan {

    private final SqlText statement;
    private final Binder[] binders;
    private final Values[] readers;
    private final @Nullable NestedRows nested;
    private final @Nullable SqlCommand command;
    private final String[] beside;
    private final @Nullable Plan next;

    private Plan(
            SqlText statement,
            List<FieldKind> columns,
            @Nullable NestedRows nested,
            @Nullable SqlCommand command,
            Dialect dialect) {
        this.statement = statement;
        this.nested = nested;
        this.command = command;
        this.beside = command == null ? new String[0] : command.beside().toArray(String[]::new);
        this.next = command == null || command.next() == null ? null : of(command.next(), dialect);
        this.readers =
                columns.stream().map(kind -> Values.of(kind, dialect.values())).toArray(Values[]::new);
        List<Bind> binds = statement.binds();
        this.binders = binds.stream().map(bind -> Binder.of(bind, dialect)).toArray(Binder[]::new);
    }

    static Plan of(SqlQuery query, Dialect dialect) {
        NestedRows nested = query.results().size() == 1 ? null : new NestedRows(query, dialect);
        return new Plan(query.statement(), query.results().get(0).columns(), nested, null, dialect);
    }

    static Plan of(SqlCommand command, Dialect dialect) {
        return new Plan(command.statement(), command.columns(), null, command, dialect);
    }

    SqlText statement() {
        return statement;
    }

    /** How the results of several statements are read; null for a single one. */
    @Nullable
    NestedRows nested() {
        return nested;
    }

    /** What a write's answer means. */
    SqlCommand command() {
        if (command == null) {
            throw new IllegalStateException("Not a write");
        }
        return command;
    }

    /** The names of the columns to ask for beside the statement; none for most. */
    String[] beside() {
        return beside;
    }

    /** What is run when this named no record, or null. */
    @Nullable
    Plan next() {
        return next;
    }

    void bind(PreparedStatement prepared, Arguments arguments) throws SQLException {
        for (int i = 0; i < binders.length; i++) {
            binders[i].bind(prepared, i + 1, arguments);
        }
    }

    /** The values in the order of their places, for a log that was asked to show them. */
    String shown(Arguments arguments) {
        return statement.binds().stream()
                .flatMap(bind -> bind.columns().isEmpty() ? Stream.of(bind) : bind.columns().stream())
                .map(bind -> String.valueOf(arguments.get(bind.slot())))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The current row without the first {@code skipped} columns. */
    @Nullable
    Object[] row(ResultSet result, int skipped) throws SQLException {
        @Nullable Object[] row = new Object[readers.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = readers[i].get(result, i + 1 + skipped);
        }
        return row;
    }
}
