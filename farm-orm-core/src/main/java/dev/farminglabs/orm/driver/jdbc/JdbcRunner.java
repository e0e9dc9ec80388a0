package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.driver.SentStatements;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.sql.form.SqlCommand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Runs plans on a connection. The only place where statements are prepared. */
final class JdbcRunner {

    /** At DEBUG the text of statements, and never a value; at TRACE the values too. */
    private static final Logger LOG = LoggerFactory.getLogger("dev.farminglabs.orm.sql");

    private final DataSource dataSource;

    JdbcRunner(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a database says of itself: the one value of a query without parameters; empty when there is none. */
    static String told(Connection connection, String query) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query);
                ResultSet told = prepared.executeQuery()) {
            String value = told.next() ? told.getString(1) : null;
            return value == null ? "" : value;
        }
    }

    List<@Nullable Object[]> read(Connection connection, Plan plan, Arguments arguments) throws SQLException {
        NestedRows nested = plan.nested();
        try (PreparedStatement prepared = prepare(connection, plan, arguments)) {
            if (nested != null) {
                return nested.read(prepared);
            }
            try (ResultSet result = prepared.executeQuery()) {
                return rows(plan, result);
            }
        }
    }

    private static List<@Nullable Object[]> rows(Plan plan, ResultSet result) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(plan.row(result, 0));
        }
        return rows;
    }

    /** Runs the plan, and as long as it names no record the next one; null when another record stood in a mark's way. */
    @Nullable
    Written write(Connection connection, Plan plan, Arguments arguments) throws SQLException {
        if (plan.marks()) {
            return marked(connection, plan, arguments);
        }
        Written written = step(connection, plan, arguments);
        for (Plan next = plan.next(); next != null && written.count() == 0; next = next.next()) {
            written = step(connection, next, arguments);
        }
        return written;
    }

    private @Nullable Written marked(Connection connection, Plan plan, Arguments arguments) throws SQLException {
        SqlCommand.Mark mark = mark(connection, plan, arguments);
        if (mark == SqlCommand.Mark.OTHER) {
            return null;
        }
        if (mark == SqlCommand.Mark.REFUSED) {
            return Written.NOTHING;
        }
        Written.Outcome outcome = mark == SqlCommand.Mark.UPDATED ? Written.Outcome.UPDATED : Written.Outcome.CREATED;
        return new Written(outcome, 1, readBack(connection, plan, arguments));
    }

    private SqlCommand.@Nullable Mark mark(Connection connection, Plan plan, Arguments arguments) throws SQLException {
        try (PreparedStatement prepared = prepare(connection, plan, arguments)) {
            prepared.executeLargeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
                return keys.next() ? SqlCommand.Mark.of(keys.getLong(1)) : null;
            }
        }
    }

    private List<@Nullable Object[]> readBack(Connection connection, Plan plan, Arguments arguments)
            throws SQLException {
        Plan reading = plan.readBack();
        return reading == null ? List.of() : read(connection, reading, arguments);
    }

    private Written step(Connection connection, Plan plan, Arguments arguments) throws SQLException {
        SqlCommand command = plan.command();
        try (PreparedStatement prepared = prepare(connection, plan, arguments)) {
            return switch (command.answer()) {
                case COUNT -> counted(connection, plan, arguments, prepared.executeLargeUpdate());
                case RECORDS -> records(plan, prepared);
                case RECORDS_BESIDE -> recordsBeside(plan, prepared);
                case RECORD_AND_CREATED -> recordAndCreated(plan, prepared);
                case MARK -> throw new IllegalStateException("A mark is no record");
            };
        }
    }

    private Written counted(Connection connection, Plan plan, Arguments arguments, long count) throws SQLException {
        SqlCommand command = plan.command();
        return count == 0
                ? nothing(command)
                : new Written(command.done(), count, readBack(connection, plan, arguments));
    }

    /** A record that was there and left as it is counts as one. */
    private static Written nothing(SqlCommand command) {
        boolean there = command.otherwise() == Written.Outcome.UPDATED;
        return there ? new Written(command.otherwise(), 1, List.of()) : Written.NOTHING;
    }

    private static Written records(Plan plan, PreparedStatement prepared) throws SQLException {
        try (ResultSet result = prepared.executeQuery()) {
            return records(plan, result);
        }
    }

    private static Written recordsBeside(Plan plan, PreparedStatement prepared) throws SQLException {
        prepared.executeLargeUpdate();
        try (ResultSet result = prepared.getGeneratedKeys()) {
            return records(plan, result);
        }
    }

    private static Written records(Plan plan, ResultSet result) throws SQLException {
        List<@Nullable Object[]> rows = rows(plan, result);
        SqlCommand command = plan.command();
        return new Written(rows.isEmpty() ? command.otherwise() : command.done(), rows.size(), rows);
    }

    private static Written recordAndCreated(Plan plan, PreparedStatement prepared) throws SQLException {
        SqlCommand command = plan.command();
        try (ResultSet result = prepared.executeQuery()) {
            if (!result.next()) {
                return nothing(command);
            }
            Written.Outcome outcome = result.getBoolean(1) ? Written.Outcome.CREATED : command.done();
            List<@Nullable Object[]> rows =
                    command.columns().isEmpty() ? List.of() : List.<@Nullable Object[]>of(plan.row(result, 1));
            return new Written(outcome, 1, rows);
        }
    }

    private static PreparedStatement prepare(Connection connection, Plan plan, String text) throws SQLException {
        if (plan.marks()) {
            return connection.prepareStatement(text, Statement.RETURN_GENERATED_KEYS);
        }
        String[] beside = plan.beside();
        return beside.length == 0 ? connection.prepareStatement(text) : connection.prepareStatement(text, beside);
    }

    private PreparedStatement prepare(Connection connection, Plan plan, Arguments arguments) throws SQLException {
        String text = plan.text(arguments);
        LOG.debug("{}", text);
        SentStatements.tell(text);
        if (LOG.isTraceEnabled()) {
            LOG.trace("with {}", plan.shown(arguments));
        }
        PreparedStatement prepared = prepare(connection, plan, text);
        try {
            DataSourceUtils.applyTransactionTimeout(prepared, dataSource);
            plan.bind(prepared, arguments);
            return prepared;
        } catch (SQLException | RuntimeException | Error e) {
            prepared.close();
            throw e;
        }
    }
}
