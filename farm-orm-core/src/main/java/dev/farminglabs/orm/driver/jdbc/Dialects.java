package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.sql.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Finds the dialect of the database at the other end of a connection. */
final class Dialects {

    private static final String SUPPORTED = "H2, PostgreSQL, SQLite";

    static Dialect of(DatabaseMetaData database) throws SQLException {
        String product = database.getDatabaseProductName();
        return switch (product) {
            case "H2" -> Dialect.H2;
            case "SQLite" -> sqlite(database.getConnection());
            case "PostgreSQL" -> database.getDatabaseMajorVersion() >= 18 ? Dialect.POSTGRESQL_18 : Dialect.POSTGRESQL;
            default ->
                throw OrmFailure.of(
                                OrmErrorCode.UNSUPPORTED,
                                "There is no dialect for the database " + product + ". Supported are " + SUPPORTED)
                        .exception();
        };
    }

    /** A cascade that silently does not happen is worse than a refusal. */
    private static Dialect sqlite(Connection connection) throws SQLException {
        if (JdbcRunner.enforcesReferences(connection)) {
            return Dialect.SQLITE;
        }
        throw OrmFailure.of(
                        OrmErrorCode.UNSUPPORTED,
                        "SQLite enforces no references on this data source: add foreign_keys=on to its URL")
                .at(Dialect.SQLITE.store())
                .exception();
    }

    private Dialects() {}
}
