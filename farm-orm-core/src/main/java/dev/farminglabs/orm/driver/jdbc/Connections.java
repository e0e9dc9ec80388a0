package dev.farminglabs.orm.driver.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Lends connections from a data source: the one of the surrounding Spring transaction when there is one, otherwise one
 * for the length of the work.
 *
 * @param dataSource the data source, the very object the application's transactions are bound to
 */
record Connections(DataSource dataSource) {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection, boolean inTransaction) throws SQLException;
    }

    /** Runs the work; {@code store} names the database in the failure to reach it. */
    <T extends @Nullable Object> T with(String store, Work<T> work) throws SQLException {
        Connection connection = get(store);
        try {
            if (inTransaction(connection)) {
                return work.on(connection, true);
            }
            return connection.getAutoCommit() ? work.on(connection, false) : committing(connection, work);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** A connection may also be held for a transaction of something else, and then commits each statement by itself. */
    private boolean inTransaction(Connection connection) {
        if (!DataSourceUtils.isConnectionTransactional(connection, dataSource)) {
            return false;
        }
        try {
            return !connection.getAutoCommit();
        } catch (SQLException broken) {
            return true; // what comes next on it says why
        }
    }

    /** Pools may lend connections that commit nothing unless told: then nobody would. */
    private static <T extends @Nullable Object> T committing(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(true);
        T result;
        try {
            result = work.on(connection, false);
        } catch (SQLException | RuntimeException | Error e) {
            StatementUndo.afterFailure(e, () -> connection.setAutoCommit(false));
            throw e;
        }
        setBack(connection);
        return result;
    }

    /** What was done stays done: to throw would say that it was not. A pool drops a connection that broke. */
    private static void setBack(Connection connection) {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            LOG.warn("A connection broke after its work was done (SQL state {})", e.getSQLState());
        }
    }

    private Connection get(String store) {
        try {
            return DataSourceUtils.doGetConnection(dataSource);
        } catch (SQLException e) {
            throw JdbcErrors.unreachable(store, e);
        }
    }
}
