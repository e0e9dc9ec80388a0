package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.driver.jdbc.JdbcErrors.Stage;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.sql.Dialect;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.UnexpectedRollbackException;

class JdbcErrorsTest {

    private final JdbcErrors errors = JdbcErrors.of(Dialect.POSTGRESQL_18, Shop.SCHEMA);

    private static SQLException failure(@Nullable String state) {
        return new SQLException("secret", state);
    }

    private static void is(Throwable thrown, OrmErrorCode code, Retry retry) {
        OrmError error = OrmError.in(thrown).orElseThrow();
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.retry()).isEqualTo(retry);
        assertThat(thrown).hasMessageNotContaining("secret");
        assertThat(thrown.getCause()).isNotNull();
    }

    @Test
    void aLostConnectionLeavesOpenOnlyWhatWasSent() {
        is(errors.translate(failure("08006"), null, Stage.HARMLESS), OrmErrorCode.CONNECTION_FAILED, Retry.SAFE);
        is(errors.translate(failure("08006"), null, Stage.SENT), OrmErrorCode.CONNECTION_FAILED, Retry.OUTCOME_UNKNOWN);
        is(errors.translate(failure("57P01"), null, Stage.SENT), OrmErrorCode.CONNECTION_FAILED, Retry.OUTCOME_UNKNOWN);
        is(errors.translate(failure("40001"), null, Stage.SENT), OrmErrorCode.TRANSACTION_CONFLICT, Retry.SAFE);
    }

    /** A pool says it without an SQLSTATE; it came out as UNKNOWN, never to be repeated. */
    @Test
    void aConnectionThatThePoolHasClosedIsALostOne() {
        for (SQLException closed : List.of(
                new SQLException("Connection is closed"), // HikariCP
                new SQLException("Connection has already been closed."), // Tomcat
                new SQLException("secret: Connection is null or closed."), // DBCP
                new SQLNonTransientConnectionException("secret"),
                new SQLRecoverableException("secret"))) {
            is(errors.translate(closed, null, Stage.HARMLESS), OrmErrorCode.CONNECTION_FAILED, Retry.SAFE);
            is(errors.translate(closed, null, Stage.SENT), OrmErrorCode.CONNECTION_FAILED, Retry.OUTCOME_UNKNOWN);
        }
        is(errors.translate(new SQLException("secret"), null, Stage.SENT), OrmErrorCode.UNKNOWN, Retry.NEVER);
    }

    @Test
    void withoutAConnectionNothingHappened() {
        is(
                JdbcErrors.unreachable("", new SQLTransientConnectionException("secret")),
                OrmErrorCode.CONNECTION_FAILED,
                Retry.SAFE);
        is(JdbcErrors.unreachable("", failure("08001")), OrmErrorCode.CONNECTION_FAILED, Retry.SAFE);
        is(JdbcErrors.unreachable("", failure("28P01")), OrmErrorCode.PERMISSION_DENIED, Retry.NEVER);
        SQLTransientConnectionException pool = new SQLTransientConnectionException("secret", null, 0, failure("3D000"));
        is(JdbcErrors.unreachable("", pool), OrmErrorCode.MISSING_SCHEMA, Retry.NEVER);
    }

    @Test
    void theDecisiveExceptionIsFoundInABatch() {
        BatchUpdateException batch = new BatchUpdateException("secret", new int[0]);
        batch.setNextException(failure("23505"));
        is(errors.translate(batch, null, Stage.SENT), OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, Retry.NEVER);
    }

    @Test
    void springsTransactionExceptions() {
        is(
                errors.translate(new UnexpectedRollbackException("x", failure(null)), Stage.SENT),
                OrmErrorCode.UNKNOWN,
                Retry.NEVER);
        is(errors.translate(new TransactionTimedOutException("x"), Stage.SENT), OrmErrorCode.TIMEOUT, Retry.SAFE);
        is(
                errors.translate(new CannotCreateTransactionException("x", failure("08001")), Stage.HARMLESS),
                OrmErrorCode.CONNECTION_FAILED,
                Retry.SAFE);
        is(
                errors.translate(new TransactionSystemException("x", failure("08006")), Stage.SENT),
                OrmErrorCode.CONNECTION_FAILED,
                Retry.OUTCOME_UNKNOWN);
        is(
                errors.translate(new IllegalTransactionStateException("x"), Stage.HARMLESS),
                OrmErrorCode.UNKNOWN,
                Retry.NEVER);
        IllegalStateException other = new IllegalStateException("of a synchronization");
        assertThat(errors.translate(other, Stage.SENT)).isSameAs(other);
    }
}
