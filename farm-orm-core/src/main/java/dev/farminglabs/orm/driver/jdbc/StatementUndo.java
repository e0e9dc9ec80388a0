package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.operation.Written;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what a statement did before it failed. Databases do that by themselves, but H2 takes {@code select ... from final
 * table (...)} for a query, and what a query did stays. A write in several statements becomes one step in the same way.
 */
final class StatementUndo {

    /** A statement. */
    interface Statement {
        @Nullable
        Written run() throws SQLException;
    }

    static @Nullable Written onFailure(Connection connection, Statement statement) throws SQLException {
        return connection.getAutoCommit()
                ? inTransaction(connection, statement)
                : behindSavepoint(connection, statement);
    }

    private static @Nullable Written inTransaction(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        @Nullable Written written;
        try {
            written = statement.run();
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            afterFailure(e, connection::rollback);
            afterFailure(e, () -> connection.setAutoCommit(true));
            throw e;
        }
        connection.setAutoCommit(true);
        return written;
    }

    private static @Nullable Written behindSavepoint(Connection connection, Statement statement) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            @Nullable Written written = statement.run();
            connection.releaseSavepoint(before);
            return written;
        } catch (SQLException | RuntimeException | Error e) {
            afterFailure(e, () -> connection.rollback(before));
            throw e;
        }
    }

    /** What a connection that broke says when it is cleaned up must not hide why it broke. */
    static void afterFailure(Throwable failure, Cleanup cleanup) {
        try {
            cleanup.run();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Brings a connection back to what it was. */
    interface Cleanup {
        void run() throws SQLException;
    }

    private StatementUndo() {}
}
