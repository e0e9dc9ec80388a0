package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit's own eyes: what is left open is seen, and what goes through is counted. */
class JdbcPlaceTest {

    enum Database {
        H2 {
            @Override
            JdbcPlace open() {
                return new H2Fixture().open();
            }
        },
        POSTGRESQL {
            @Override
            JdbcPlace open() {
                return new PostgreSqlFixture().open();
            }
        };

        abstract JdbcPlace open();
    }

    private static boolean noisy(JdbcPlace place) {
        return catchThrowable(place::assertQuiet) instanceof AssertionError;
    }

    @ParameterizedTest
    @EnumSource
    void seesWhatIsLeftOpen(Database database) throws SQLException {
        try (JdbcPlace place = database.open()) {
            place.assertQuiet();
            Connection connection = ((DataSource) place.store()).getConnection();
            assertThat(noisy(place)).as("a connection").isTrue();
            Statement statement = connection.createStatement();
            ResultSet found = statement.executeQuery("select 1");
            assertThat(place.observed().open()).hasSize(3);
            found.close();
            assertThat(place.observed().open()).hasSize(2);
            connection.close();
            assertThat(noisy(place)).as("a statement").isTrue();
            statement.close();
            place.assertQuiet();
        }
    }

    @ParameterizedTest
    @EnumSource
    void seesATransactionThatIsLeftOpen(Database database) throws SQLException {
        try (JdbcPlace place = database.open()) {
            place.execute("create table t (a int)");
            try (Connection connection = ((DataSource) place.store()).getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("insert into t values (1)");
                String sql = database == Database.H2
                        ? "select 1 from information_schema.locks"
                        : "select 1 from pg_stat_activity where state = 'idle in transaction' and application_name ="
                                + " current_setting('application_name')";
                assertThat(place.lines(sql)).isNotEmpty();
                connection.rollback();
                connection.setAutoCommit(true);
            }
            place.assertQuiet();
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatGoesThrough(Database database) throws SQLException {
        try (JdbcPlace place = database.open()) {
            place.execute("create table t (a int)");
            try (Connection connection = ((DataSource) place.store()).getConnection()) {
                connection.setAutoCommit(false);
                try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)")) {
                    for (int i = 0; i < 3; i++) {
                        insert.setInt(1, i);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                connection.commit();
                connection.setAutoCommit(true);
                try (Statement select = connection.createStatement();
                        ResultSet rows = select.executeQuery("select a from t")) {
                    while (rows.next()) {
                        assertThat(rows.getInt(1)).isNotNegative();
                    }
                }
            }
            assertThat(place.observed().counts()).isEqualTo(new ObservedDataSource.Counts(4, 1, 1, 0, 3));
            place.observed().reset();
            assertThat(place.observed().counts()).isEqualTo(new ObservedDataSource.Counts(0, 0, 0, 0, 0));
        }
    }
}
