package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.SqlQuery;
import dev.farminglabs.orm.sql.SqlResult;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement made ready to be run with any arguments: what depends on the shape alone is done here, once. Immutable. */
final class Plan {

    /** The texts of longer lists are made each time. */
    private static final int KEPT = 4096;

    private final SqlText statement;
    private final Binder[] binders;
    private final Values[] readers;
    private final @Nullable NestedRows nested;
    private final @Nullable SqlCommand command;
    private final String[] beside;
    private final List<Bind> lists;
    private final Map<List<Integer>, String> texts = new ConcurrentHashMap<>();
    private final @Nullable Plan readBack;
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
        SqlCommand.ReadBack reading = command == null ? null : command.readBack();
        this.readBack = reading == null ? null : new Plan(reading.statement(), reading.columns(), null, null, dialect);
        this.readers =
                columns.stream().map(kind -> Values.of(kind, dialect.values())).toArray(Values[]::new);
        List<Bind> binds = statement.binds();
        this.lists = binds.stream().filter(Bind::expands).toList();
        this.binders = binds.stream().map(bind -> Binder.of(bind, dialect)).toArray(Binder[]::new);
    }

    static Plan of(SqlQuery query, Dialect dialect) {
        SqlResult first = query.results().get(0);
        // A row may have cells without a column also when nothing is read for them: they stay empty.
        boolean asItIs = first.width() == first.columns().size();
        NestedRows nested = asItIs ? null : new NestedRows(query, dialect);
        return new Plan(query.statement(), first.columns(), nested, null, dialect);
    }

    static Plan of(SqlCommand command, Dialect dialect) {
        return new Plan(command.statement(), command.columns(), null, command, dialect);
    }

    /** The text for those arguments, which decide how many places its lists have. */
    String text(Arguments arguments) {
        if (lists.isEmpty()) {
            return statement.text();
        }
        List<Integer> sizes =
                lists.stream().map(list -> places(list, arguments)).toList();
        return sizes.stream().anyMatch(size -> size > KEPT)
                ? statement.text(sizes)
                : texts.computeIfAbsent(sizes, statement::text);
    }

    private static int places(Bind list, Arguments arguments) {
        int size = arguments.list(list.slot()).size();
        return list.form() == Bind.Form.ARRAYS ? Binder.arrays(size) : Binder.places(size);
    }

    /** How rows are read that have cells for what is nested; null for others. */
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

    /** Whether the database's answer is a mark among the generated keys. */
    boolean marks() {
        return command != null && command.answer() == SqlCommand.Answer.MARK;
    }

    /** The names of the columns to ask for beside the statement; none for most. */
    String[] beside() {
        return beside;
    }

    /** What reads the records back that this has written, or null. */
    @Nullable
    Plan readBack() {
        return readBack;
    }

    /** What is run when this named no record, or null. */
    @Nullable
    Plan next() {
        return next;
    }

    void bind(PreparedStatement prepared, Arguments arguments) throws SQLException {
        int at = 1;
        for (Binder binder : binders) {
            at = binder.bind(prepared, at, arguments);
        }
    }

    /** The values in the order of their places, for a log that was asked to show them. */
    String shown(Arguments arguments) {
        return statement.binds().stream()
                .flatMap(bind -> bind.columns().isEmpty() ? Stream.of(bind) : bind.columns().stream())
                .map(bind -> bind.secret() ? "(secret)" : String.valueOf(arguments.get(bind.slot())))
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
