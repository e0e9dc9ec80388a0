package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.sql.form.SqlCommand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Whether an SQLite connection was told to keep references. */
    static boolean enforcesReferences(Connection connection) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement("pragma foreign_keys");
                ResultSet enforced = prepared.executeQuery()) {
            return enforced.next() && enforced.getInt(1) == 1;
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

    /** Runs the plan, and as long as it names no record the next one. */
    Written write(Connection connection, Plan plan, Arguments arguments) throws SQLException {
        Written written = step(connection, plan, arguments);
        for (Plan next = plan.next(); next != null && written.count() == 0; next = next.next()) {
            written = step(connection, next, arguments);
        }
        return written;
    }

    private Written step(Connection connection, Plan plan, Arguments arguments) throws SQLException {
        SqlCommand command = plan.command();
        try (PreparedStatement prepared = prepare(connection, plan, arguments)) {
            return switch (command.answer()) {
                case COUNT -> counted(command, prepared.executeLargeUpdate());
                case RECORDS -> records(plan, prepared);
                case RECORDS_BESIDE -> recordsBeside(plan, prepared);
                case RECORD_AND_CREATED -> recordAndCreated(plan, prepared);
            };
        }
    }

    private static Written counted(SqlCommand command, long count) {
        return count == 0 ? nothing(command) : new Written(command.done(), count, List.of());
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

    private PreparedStatement prepare(Connection connection, Plan plan, Arguments arguments) throws SQLException {
        String text = plan.statement().text();
        LOG.debug("{}", text);
        if (LOG.isTraceEnabled()) {
            LOG.trace("with {}", plan.shown(arguments));
        }
        String[] beside = plan.beside();
        PreparedStatement prepared =
                beside.length == 0 ? connection.prepareStatement(text) : connection.prepareStatement(text, beside);
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
