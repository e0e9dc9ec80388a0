package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.sql.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;

/** Finds the dialect of the database at the other end of a connection, and refuses settings that change what it means. */
final class Dialects {

    private static final String SUPPORTED =
            "CockroachDB, H2 from 2.3, MariaDB from 10.6, MySQL from 8.0.19, PostgreSQL from 12, SQLite from 3.35,"
                    + " YugabyteDB";

    private static final Pattern VERSION = Pattern.compile("(?:^5\\.5\\.5-)?(\\d+)\\.(\\d+)\\.(\\d+)");

    static Dialect of(DatabaseMetaData database) throws SQLException {
        String product = database.getDatabaseProductName();
        return switch (product) {
            case "H2" -> atLeast(2_003_000, Dialect.H2, database);
            case "SQLite" -> sqlite(atLeast(3_035_000, Dialect.SQLITE, database), database.getConnection());
            case "PostgreSQL" -> postgresql(database);
            // the one's driver calls the other by its own name
            case "MySQL", "MariaDB" -> mysql(database);
            default -> throw unsupported(product);
        };
    }

    private static DataAccessException unsupported(String found) {
        return OrmFailure.of(
                        OrmErrorCode.UNSUPPORTED,
                        "There is no dialect for the database " + found + ". Supported are " + SUPPORTED)
                .exception();
    }

    /** A cascade that silently does not happen is worse than a refusal. */
    private static Dialect sqlite(Dialect dialect, Connection connection) throws SQLException {
        if (JdbcRunner.told(connection, "pragma foreign_keys").equals("1")) {
            return dialect;
        }
        throw refused(dialect, "SQLite enforces no references on this data source: add foreign_keys=on to its URL");
    }

    /** Others speak PostgreSQL's protocol under its name; what they are, only they themselves say. */
    private static Dialect postgresql(DatabaseMetaData database) throws SQLException {
        String version = JdbcRunner.told(database.getConnection(), "select version()");
        if (version.startsWith("CockroachDB")) {
            return Dialect.COCKROACHDB;
        }
        if (version.contains("-YB-")) {
            return Dialect.YUGABYTEDB;
        }
        int major = database.getDatabaseMajorVersion();
        if (major < 12) {
            throw unsupported(Dialect.POSTGRESQL + " " + database.getDatabaseProductVersion());
        }
        return major >= 18 ? Dialect.POSTGRESQL_18 : Dialect.POSTGRESQL;
    }

    private static Dialect mysql(DatabaseMetaData database) throws SQLException {
        String version = database.getDatabaseProductVersion();
        Dialect dialect = version.toLowerCase(Locale.ROOT).contains("mariadb") ? Dialect.MARIADB : Dialect.MYSQL;
        atLeast(dialect == Dialect.MARIADB ? 10_006_000 : 8_000_019, dialect, database);
        checkCounts(dialect, database.getURL());
        checkModes(dialect, JdbcRunner.told(database.getConnection(), "select @@session.sql_mode"));
        return dialect;
    }

    /** An older one does not know every statement of the dialect, and would say so only when one is first needed. */
    private static Dialect atLeast(int number, Dialect dialect, DatabaseMetaData database) throws SQLException {
        String version = database.getDatabaseProductVersion();
        if (number(version) < number) {
            throw unsupported(dialect + " " + version);
        }
        return dialect;
    }

    /** The first three numbers as one; MariaDB may stand behind a number for clients that know nothing of it: 5.5.5-10.6.2. */
    private static int number(String version) {
        Matcher parts = VERSION.matcher(version);
        return parts.find()
                ? Integer.parseInt(parts.group(1)) * 1_000_000
                        + Integer.parseInt(parts.group(2)) * 1000
                        + Integer.parseInt(parts.group(3))
                : 0;
    }

    /** A record that an update leaves as it was would count as not found. */
    private static void checkCounts(Dialect dialect, String url) {
        if (url.toLowerCase(Locale.ROOT).contains("useaffectedrows=true")) {
            throw refused(dialect, "Updates are counted by what they find: take useAffectedRows=true out of the URL");
        }
    }

    /** A value that is cut in silence, or means something else, is worse than a refusal. */
    private static void checkModes(Dialect dialect, String sqlMode) {
        List<String> modes = List.of(sqlMode.split(","));
        boolean strict = modes.contains("STRICT_TRANS_TABLES") || modes.contains("STRICT_ALL_TABLES");
        if (!strict || modes.contains("EMPTY_STRING_IS_NULL") || modes.contains("NO_BACKSLASH_ESCAPES")) {
            throw refused(
                    dialect,
                    "The connection's sql_mode must have STRICT_TRANS_TABLES, so that no value is cut in silence, and neither"
                            + " EMPTY_STRING_IS_NULL nor NO_BACKSLASH_ESCAPES: set it in the server, or in the URL with"
                            + " sessionVariables=sql_mode='STRICT_TRANS_TABLES'");
        }
    }

    private static DataAccessException refused(Dialect dialect, String why) {
        return OrmFailure.of(OrmErrorCode.UNSUPPORTED, why).at(dialect.store()).exception();
    }

    private Dialects() {}
}
