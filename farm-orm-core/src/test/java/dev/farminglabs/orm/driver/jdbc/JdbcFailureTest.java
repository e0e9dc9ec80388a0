package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.Naming;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Write;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@ParameterizedClass
@EnumSource(
        value = Database.class,
        names = {"H2", "POSTGRESQL", "MARIADB"})
class JdbcFailureTest extends JdbcChecks {

    JdbcFailureTest(Database database) {
        super(database);
    }

    private OrmError failure(OrmErrorCode code, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(DataAccessException.class).isInstanceOf(OrmError.class);
        OrmError error = (OrmError) thrown;
        assertThat(error.code()).as(thrown.toString()).isEqualTo(code);
        assertThat(error.store()).isEqualTo(database.store());
        assertThat(thrown.getMessage()).doesNotContain("secret");
        return error;
    }

    private void about(OrmError error, String model, String... fields) {
        assertThat(error.model()).isEqualTo(model);
        assertThat(error.fields()).containsExactly(fields);
    }

    @Test
    void takenKeysAreNamed() {
        create("user", "id", "secret1", "email", "secret");
        OrmError email =
                failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> create("user", "id", "2", "email", "secret"));
        about(email, "user", "email");
        assertThat((Throwable) email)
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessage("Unique key user[email] already holds that value (" + email.store() + ")");
        about(
                failure(
                        OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                        () -> create("user", "id", "secret1", "email", "secret2")),
                "user",
                "id");
    }

    @Test
    void keysOfUnknownNamesAreFoundByTheirColumnsOrNotAtAll() {
        place.execute(database.sql("create unique index strange on \"users\" (\"name\")"));
        create("user", "id", "1", "email", "1", "name", "secret");
        about(
                failure(
                        OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                        () -> create("user", "id", "2", "email", "2", "name", "secret")),
                "user",
                database == Database.MARIADB ? new String[0] : new String[] {"name"});
        place.execute(database.sql("create unique index stranger on \"tags\" ("
                + (database == Database.POSTGRESQL ? "lower(label)" : "\"label\"") + ")"));
        create("tag", "id", "1", "label", "secret) VALUES (email");
        OrmError error = failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> create("tag", "id", "2", "label", "secret) VALUES (email"));
        assertThat(error.model()).isEqualTo("tag");
    }

    @Test
    void brokenReferencesChecksAndRequiredFieldsAreNamed() {
        about(
                failure(
                        OrmErrorCode.FOREIGN_KEY_VIOLATION,
                        () -> create("user", "id", "1", "email", "1", "teamId", "secret")),
                "user",
                "teamId");
        create("team", "id", "secret", "name", "T");
        create("user", "id", "1", "email", "1", "teamId", "secret");
        about(
                failure(OrmErrorCode.FOREIGN_KEY_VIOLATION, () -> {
                    Operation op = on("team");
                    session.write(new Write.Delete(model("team"), Predicate.every()), op.arguments());
                }),
                "user",
                "teamId");
        about(
                failure(OrmErrorCode.NOT_NULL_VIOLATION, () -> create("user", "id", "2", "email", null)),
                "user",
                "email");
        about(
                failure(OrmErrorCode.CHECK_VIOLATION, () -> create("user", "id", "2", "email", "2", "plan", "secret")),
                "user",
                "plan");
    }

    @Test
    void valuesThatDoNotFit() {
        OrmError text = failure(
                OrmErrorCode.VALUE_TOO_LARGE, () -> create("user", "id", "1", "email", "1", "code", "secret123"));
        assertThat(text.model()).isEqualTo("user");
        failure(
                OrmErrorCode.VALUE_TOO_LARGE,
                () -> create("user", "id", "1", "email", "1", "balance", new BigDecimal("12345678901")));
        create("user", "id", "1", "email", "1", "age", Integer.MAX_VALUE);
        failure(OrmErrorCode.VALUE_TOO_LARGE, () -> {
            Operation op = on("user");
            Write add = new Write.Update(model("user"), op.eq("id", "1"), List.of(op.add("age", 1)), List.of());
            session.write(add, op.arguments());
        });
    }

    @Test
    void missingTablesColumnsAndSchemas() {
        place.execute(database.sql("drop table \"tickets\""));
        about(failure(OrmErrorCode.MISSING_TABLE, () -> all("ticket", "id")), "ticket");
        place.execute(database.sql("alter table \"users\" drop column \"points\""));
        failure(OrmErrorCode.MISSING_COLUMN, () -> all("user", "points"));
        SchemaDefinition elsewhere = new Elsewhere().definition(new PhysicalNaming(Naming.SNAKE_CASE, "", "nowhere"));
        DriverSession there = driver.session(elsewhere);
        ModelDefinition lone = elsewhere.models().get(0);
        Find find = new Find(
                lone, Predicate.every(), List.of(), null, null, new Selection(lone, lone.fields(), List.of()), null);
        OrmErrorCode code = database == Database.H2 ? OrmErrorCode.MISSING_SCHEMA : OrmErrorCode.MISSING_TABLE;
        failure(code, () -> there.find(find, Arguments.NONE));
    }

    /** A schema for a namespace that is not there. */
    static final class Elsewhere extends dev.farminglabs.orm.Schema {
        Elsewhere() {
            super("elsewhere", new Lone());
        }

        static final class Lone extends dev.farminglabs.orm.Model<Lone> {
            public final IdField<String> id = id();
        }
    }

    /** A pool takes a connection for broken whose statement took too long, and closes it. */
    @Test
    void aLockHeldTooLongIsNoLostConnection() throws SQLException {
        users("1");
        DataSource impatient = new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            database == Database.MARIADB
                                    ? "set innodb_lock_wait_timeout = 1"
                                    : "set lock_timeout = 50");
                }
                return connection;
            }
        };
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(database.sql("update \"users\" set \"name\" = 'x'"));
            DriverSession second = new JdbcDriver(impatient).session(Shop.SCHEMA);
            OrmError error = failure(
                    OrmErrorCode.LOCK_TIMEOUT,
                    () -> second.write(
                            new Write.Delete(model("user"), Predicate.every()),
                            on("user").arguments()));
            assertThat(error.retry()).isEqualTo(Retry.SAFE);
            other.rollback();
            other.setAutoCommit(true);
        }
    }

    @Test
    void aFailedTransactionSaysThatItIsOver() {
        Throwable thrown = catchThrowable(() -> session.transaction(() -> {
            users("1");
            catchThrowable(() -> users("1"));
            users("2");
            return null;
        }));
        assertThat(((OrmError) thrown).retry()).isEqualTo(Retry.NEVER);
        assertThat(all("user", "id")).isEmpty();
    }
}
