package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.JdbcPlace;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(
        value = Database.class,
        names = {"H2", "POSTGRESQL", "MARIADB"})
class JdbcTransactionTest extends JdbcChecks {

    JdbcTransactionTest(Database database) {
        super(database);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable throwable) throws E {
        throw (E) throwable;
    }

    @Test
    void whatReturnsIsCommitted() {
        String result = session.transaction(() -> {
            users("1");
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(all("user", "id")).containsExactly("1");
    }

    @Test
    void whatThrowsIsRolledBackAndThrownAsItIs() {
        for (Throwable reason : new Throwable[] {
            new IllegalStateException("mine"), new IOException("checked"), new AssertionError("error")
        }) {
            Throwable thrown = catchThrowable(() -> session.transaction(() -> {
                users("1");
                throw JdbcTransactionTest.<RuntimeException>sneaky(reason);
            }));
            assertThat(thrown).isSameAs(reason);
            assertThat(all("user", "id")).isEmpty();
        }
    }

    @Test
    void nestedOnesJoinAndAFailureInsideUndoesAll() {
        Throwable thrown = catchThrowable(() -> session.transaction(() -> {
            users("1");
            try {
                session.transaction(() -> {
                    users("2");
                    throw new IllegalStateException("inner");
                });
            } catch (IllegalStateException expected) {
                // swallowed: the whole is undone all the same
            }
            return null;
        }));
        assertThat(thrown).isInstanceOf(DataAccessException.class).hasMessageContaining("rolled back as a whole");
        assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.UNKNOWN);
        assertThat(((OrmError) thrown).retry()).isEqualTo(Retry.NEVER);
        assertThat(all("user", "id")).isEmpty();
    }

    @Test
    void aFailureThatIsSwallowedInSpringsTransactionCommitsNothing() {
        TransactionTemplate spring = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        users("1");
        Throwable thrown = catchThrowable(() -> spring.executeWithoutResult(status -> {
            users("2");
            catchThrowable(() -> users("1"));
        }));
        assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
        assertThat(all("user", "id")).containsExactly("1");
    }

    /** The exception that the documentation states. PostgreSQL commits nothing after a failure, and says so to nobody. */
    @Test
    void whereSpringTellsNothingAFailureThatIsSwallowedIsNotKnown() {
        DataSourceTransactionManager silent = new DataSourceTransactionManager(dataSource);
        silent.setTransactionSynchronization(DataSourceTransactionManager.SYNCHRONIZATION_NEVER);
        users("1");
        Throwable thrown = catchThrowable(() -> new TransactionTemplate(silent).executeWithoutResult(status -> {
            users("2");
            catchThrowable(() -> users("1"));
        }));
        assertThat(thrown).isNull();
        if (database == Database.POSTGRESQL) {
            assertThat(all("user", "id")).containsExactly("1");
        } else {
            assertThat(all("user", "id")).containsExactly("1", "2");
        }
    }

    @Test
    void aRollbackToASavepointMendsATransaction() {
        TransactionTemplate spring = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        users("1");
        spring.executeWithoutResult(status -> {
            users("2");
            Object savepoint = status.createSavepoint();
            catchThrowable(() -> users("1"));
            status.rollbackToSavepoint(savepoint);
            users("3");
        });
        assertThat(all("user", "id")).containsExactly("1", "2", "3");
    }

    @Test
    void aSavepointFromAfterTheFailureMendsNothing() {
        TransactionTemplate spring = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        users("1");
        Throwable thrown = catchThrowable(() -> spring.executeWithoutResult(status -> {
            users("2");
            catchThrowable(() -> users("1"));
            // PostgreSQL makes none any more
            catchThrowable(() -> status.rollbackToSavepoint(status.createSavepoint()));
        }));
        assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
        assertThat(all("user", "id")).containsExactly("1");
    }

    @Test
    void aFailureInATransactionOfAnotherStoreSpoilsNothing() {
        users("1");
        try (JdbcPlace other = new H2Fixture().open()) {
            DataSourceTransactionManager manager = new DataSourceTransactionManager((DataSource) other.store());
            new TransactionTemplate(manager).executeWithoutResult(status -> {
                catchThrowable(() -> users("1"));
                users("2");
            });
        }
        assertThat(all("user", "id")).containsExactly("1", "2");
    }

    @Test
    void aPoolThatCommitsNothingByItselfLosesNoWrite() {
        DataSource manual = new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(false);
                return connection;
            }
        };
        DriverSession second = new JdbcDriver(manual).session(Shop.SCHEMA);
        Operation op = on("user");
        second.write(
                new Write.Create(model("user"), op.settings("id", "1", "email", "1"), false, List.of()),
                op.arguments());
        assertThat(all("user", "id")).containsExactly("1");
        catchThrowable(() -> second.transaction(() -> {
            Operation two = on("user");
            second.write(
                    new Write.Create(model("user"), two.settings("id", "2", "email", "2"), false, List.of()),
                    two.arguments());
            throw new IllegalStateException("undone");
        }));
        assertThat(all("user", "id")).containsExactly("1");
    }

    /** Of a pool that commits nothing by itself: whoever hears that nothing was done does it twice. */
    @Test
    void aConnectionThatBreaksAfterItsWorkDoesNotDenyIt() {
        DataSource manual = new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(false);
                return breaking(connection);
            }
        };
        DriverSession second = new JdbcDriver(manual).session(Shop.SCHEMA);
        Operation op = on("user");
        Written written = second.write(
                new Write.Create(model("user"), op.settings("id", "1", "email", "1"), false, List.of()),
                op.arguments());
        assertThat(written.count()).isEqualTo(1);
        assertThat(all("user", "id")).containsExactly("1");
    }

    /** Cannot be told any more to commit nothing by itself. */
    private static Connection breaking(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0])) {
                        throw new SQLException("broken", "08006");
                    }
                    return method.invoke(real, arguments);
                });
    }

    @Test
    void anotherTransactionInsideASpoiledOneIsNotConcerned() {
        DataSourceTransactionManager manager = new DataSourceTransactionManager(dataSource);
        TransactionTemplate apart = new TransactionTemplate(manager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        users("1");
        Throwable thrown = catchThrowable(() -> new TransactionTemplate(manager).executeWithoutResult(status -> {
            catchThrowable(() -> users("1"));
            apart.executeWithoutResult(inner -> users("2"));
            users("3");
        }));
        assertThat(thrown).hasMessageContaining("rolled back as a whole");
        assertThat(all("user", "id")).containsExactly("1", "2");
    }

    @Test
    void springsTransactionIsJoined() {
        TransactionTemplate spring = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        JdbcTemplate plain = new JdbcTemplate(dataSource);
        spring.executeWithoutResult(status -> {
            users("1");
            session.transaction(() -> create("user", "id", "2", "email", "2"));
            assertThat(plain.queryForObject(database.sql("select count(*) from \"users\""), Long.class))
                    .isEqualTo(2);
            status.setRollbackOnly();
        });
        assertThat(all("user", "id")).isEmpty();
        session.transaction(() -> {
            users("1");
            spring.executeWithoutResult(status -> users("2"));
            return null;
        });
        assertThat(all("user", "id")).containsExactly("1", "2");
    }

    @Test
    void aManagerOfTheApplicationIsUsed() {
        DataSourceTransactionManager own = new DataSourceTransactionManager(dataSource);
        own.setRollbackOnCommitFailure(true);
        JdbcDriver second = new JdbcDriver(dataSource, own);
        second.session(Shop.SCHEMA).transaction(() -> create("user", "id", "1", "email", "1"));
        assertThat(all("user", "id")).containsExactly("1");
    }

    @Test
    void aStatementBeyondTheTransactionsTimeIsATimeout() {
        TransactionTemplate spring = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        spring.setTimeout(1);
        Throwable thrown = catchThrowable(() -> spring.executeWithoutResult(status -> {
            org.awaitility.Awaitility.await()
                    .pollDelay(java.time.Duration.ofMillis(1100))
                    .until(() -> true);
            users("1");
        }));
        assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.TIMEOUT);
    }
}
