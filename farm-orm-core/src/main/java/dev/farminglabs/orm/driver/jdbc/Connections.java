package dev.farminglabs.orm.driver.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Lends connections from a data source: the one of the surrounding Spring transaction when there is one, otherwise one
 * for the length of the work.
 *
 * @param dataSource the data source, the very object the application's transactions are bound to
 */
record Connections(DataSource dataSource) {

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection, boolean inTransaction) throws SQLException;
    }

    /** Runs the work; {@code store} names the database in the failure to reach it. */
    <T extends @Nullable Object> T with(String store, Work<T> work) throws SQLException {
        Connection connection = get(store);
        try {
            return work.on(connection, DataSourceUtils.isConnectionTransactional(connection, dataSource));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
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
