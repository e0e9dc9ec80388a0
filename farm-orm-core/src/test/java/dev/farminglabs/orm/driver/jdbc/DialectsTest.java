package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.sql.Dialect;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which database is taken for which, by what their drivers and they themselves say. Most of them are not here. */
class DialectsTest {

    /** Says what a driver and its server say. */
    private static DatabaseMetaData database(String product, String version, int major, String told) {
        AtomicBoolean rows = new AtomicBoolean(true);
        ResultSet result = says(ResultSet.class, Map.of("getString", told), "next", () -> rows.getAndSet(false));
        PreparedStatement statement = says(PreparedStatement.class, Map.of("executeQuery", result), "", () -> "");
        Connection connection = says(Connection.class, Map.of("prepareStatement", statement), "", () -> "");
        Map<String, Object> answers = Map.of(
                "getDatabaseProductName", product,
                "getDatabaseProductVersion", version,
                "getDatabaseMajorVersion", major,
                "getURL", "jdbc:any:",
                "getConnection", connection);
        return says(DatabaseMetaData.class, answers, "", () -> "");
    }

    private interface Changing {
        Object now();
    }

    private static <T> T says(Class<T> type, Map<String, Object> answers, String changes, Changing changing) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals(changes)) {
                return changing.now();
            }
            Object answer = answers.get(method.getName());
            if (answer == null && method.getReturnType() != void.class) {
                throw new UnsupportedOperationException(method.toString());
            }
            return answer;
        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H2|2.4.240 (2025-09-22)|2|any|h2",
                "H2|2.3.232 (2024-08-11)|2|any|h2",
                "SQLite|3.35.0|3|1|sqlite",
                "PostgreSQL|18.1|18|PostgreSQL 18.1 on x86_64-pc-linux-gnu|postgresql",
                "PostgreSQL|12.3|12|PostgreSQL 12.3|postgresql",
                "PostgreSQL|13.0.0|13|CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27)|cockroachdb",
                "PostgreSQL|11.2-YB-2.20.1.3-b0|11|PostgreSQL 11.2-YB-2.20.1.3-b0 on x86_64-pc-linux-gnu|yugabytedb",
                "MySQL|8.0.19|8|ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES|mysql",
                "MySQL|8.4.3|8|STRICT_TRANS_TABLES|mysql",
                "MySQL|9.1.0|9|STRICT_ALL_TABLES|mysql",
                "MariaDB|11.4.5-MariaDB-log|11|STRICT_TRANS_TABLES|mariadb",
                "MariaDB|10.6.2-MariaDB|10|STRICT_TRANS_TABLES|mariadb",
                "MySQL|5.5.5-10.6.2-MariaDB|5|STRICT_TRANS_TABLES|mariadb",
                "SQLite|3.53.2|3|1|sqlite",
            })
    void isRecognised(String product, String version, int major, String told, String store) throws SQLException {
        assertThat(Dialects.of(database(product, version, major, told)).store()).isEqualTo(store);
    }

    @Test
    void postgreSql18ReturnsOldRowsAndTheOthersDoNot() throws SQLException {
        assertThat(Dialects.of(database("PostgreSQL", "18.1", 18, "PostgreSQL 18.1")))
                .isSameAs(Dialect.POSTGRESQL_18);
        assertThat(Dialects.of(database("PostgreSQL", "17.2", 17, "PostgreSQL 17.2")))
                .isSameAs(Dialect.POSTGRESQL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oracle|19.3|19|any|no dialect for the database Oracle",
                "Microsoft SQL Server|16.0|16|any|no dialect for the database Microsoft SQL Server",
                "PostgreSQL|11.22|11|PostgreSQL 11.22|no dialect for the database postgresql 11.22",
                "SQLite|3.34.1|3|1|no dialect for the database sqlite 3.34.1",
                "H2|2.2.224 (2023-09-17)|2|any|no dialect for the database h2 2.2.224",
                "H2|1.4.200 (2019-10-14)|1|any|no dialect for the database h2 1.4.200",
                "MySQL|8.0.18|8|STRICT_TRANS_TABLES|no dialect for the database mysql 8.0.18",
                "MySQL|5.7.44|5|STRICT_TRANS_TABLES|no dialect for the database mysql 5.7.44",
                "MariaDB|10.5.27-MariaDB|10|STRICT_TRANS_TABLES|no dialect for the database mariadb 10.5.27",
                "MySQL|5.5.5-10.5.9-MariaDB|5|STRICT_TRANS_TABLES|no dialect for the database mariadb",
                "MySQL|8.4.3|8|ANSI_QUOTES|STRICT_TRANS_TABLES",
                "MySQL|8.4.3|8|STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES|NO_BACKSLASH_ESCAPES",
                "SQLite|3.53.2|3|0|foreign_keys=on",
            })
    void isRefusedAndToldWhy(String product, String version, int major, String told, String why) {
        assertThatThrownBy(() -> Dialects.of(database(product, version, major, told)))
                .hasMessageContaining(why)
                .satisfies(thrown ->
                        assertThat(OrmError.in(thrown).orElseThrow().code()).isEqualTo(OrmErrorCode.UNSUPPORTED));
    }

    /** Whoever comes with another database reads in the same message which ones there are. */
    @Test
    void allThatAreSupportedAreNamed() {
        assertThatThrownBy(() -> Dialects.of(database("Oracle", "19.3", 19, "any")))
                .hasMessageContainingAll(
                        "Oracle", "CockroachDB", "H2", "MariaDB", "MySQL", "PostgreSQL", "SQLite", "YugabyteDB");
    }
}
