package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.failure.ConstraintIndex;
import dev.farminglabs.orm.sql.failure.SqlFailures;
import dev.farminglabs.orm.sql.failure.SqliteMessage;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * Turns what JDBC and Spring's transactions throw into exceptions that carry an {@link OrmError}. Messages are made here
 * of names; the database's own message, which may hold values, stays with the cause.
 */
final class JdbcErrors {

    /** How far a call had got when it failed: what a lost connection means. */
    enum Stage {
        /** No statement had been sent, or only ones that can be undone or repeated. */
        HARMLESS,
        /** A write or a commit had been sent that may have been done. */
        SENT
    }

    private static final Pattern CLOSED = Pattern.compile("connection\\b.*\\bclosed", Pattern.CASE_INSENSITIVE);

    private final String store;
    private final ViolationNames names;

    JdbcErrors(String store, ViolationNames names) {
        this.store = store;
        this.names = names;
    }

    /** For failures that concern the schema. */
    static JdbcErrors of(Dialect dialect, SchemaDefinition schema) {
        return new JdbcErrors(dialect.store(), new ViolationNames(new ConstraintIndex(schema, dialect.nameLimit())));
    }

    /** The failure to get a connection at all. */
    static DataAccessException unreachable(String store, SQLException failure) {
        SQLException cause = decisive(failure);
        SqlFailures.Meaning meaning = SqlFailures.meaning(store, cause.getSQLState(), cause.getErrorCode());
        OrmErrorCode code = switch (meaning.code()) {
            case PERMISSION_DENIED, MISSING_SCHEMA -> meaning.code();
            default -> OrmErrorCode.CONNECTION_FAILED;
        };
        Retry retry = code == OrmErrorCode.CONNECTION_FAILED ? Retry.SAFE : Retry.NEVER;
        String message = code == OrmErrorCode.CONNECTION_FAILED
                ? "No connection to the database was to be had; nothing was sent"
                : FailureMessages.of(code, null, List.of());
        return OrmFailure.of(code, FailureMessages.at(message, store))
                .at(store)
                .advising(retry)
                .exception(failure);
    }

    DataAccessException writing(SQLException failure, Write write, Stage stage) {
        SQLException cause = decisive(failure);
        SqlFailures.Meaning meaning = meaning(cause);
        return translated(failure, meaning, names.writing(meaning.code(), cause, write), stage, "");
    }

    DataAccessException translate(SQLException failure, @Nullable ModelDefinition model, Stage stage) {
        return translate(failure, model, stage, "");
    }

    /** What a setup met while it was doing something. */
    DataAccessException translate(String doing, SQLException failure) {
        return translate(failure, null, Stage.HARMLESS, ", while " + doing);
    }

    private DataAccessException translate(
            SQLException failure, @Nullable ModelDefinition model, Stage stage, String doing) {
        SQLException cause = decisive(failure);
        SqlFailures.Meaning meaning = meaning(cause);
        return translated(failure, meaning, names.subject(meaning.code(), cause, model), stage, doing);
    }

    private DataAccessException translated(
            SQLException failure,
            SqlFailures.Meaning meaning,
            ViolationNames.Subject subject,
            Stage stage,
            String doing) {
        String message = FailureMessages.of(meaning.code(), subject.model(), subject.fields()) + doing;
        return new OrmFailure(
                        meaning.code(),
                        FailureMessages.at(message, store),
                        subject.model(),
                        subject.fields(),
                        store,
                        retry(meaning, stage))
                .exception(failure);
    }

    String store() {
        return store;
    }

    boolean isDuplicate(SQLException failure) {
        return meaning(decisive(failure)).code() == OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION;
    }

    /** Whether a reference would point at nothing, or does. */
    boolean isReference(SQLException failure) {
        return meaning(decisive(failure)).code() == OrmErrorCode.FOREIGN_KEY_VIOLATION;
    }

    /** Whether the database has undone the transaction to end a deadlock. */
    boolean isDeadlock(SQLException failure) {
        return meaning(decisive(failure)).code() == OrmErrorCode.DEADLOCK;
    }

    /** The fields of the unique key that a duplicate broke; empty when the database did not tell. */
    List<String> duplicateKey(SQLException failure, ModelDefinition model) {
        return names.subject(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, decisive(failure), model)
                .fields();
    }

    /** What begin, commit or rollback threw; an exception that has nothing to do with the store stays as it is. */
    RuntimeException translate(RuntimeException failure, Stage stage) {
        if (failure instanceof OrmError) {
            return failure;
        }
        SQLException cause = sqlCause(failure);
        if (failure instanceof CannotCreateTransactionException && cause != null) {
            return unreachable(store, cause);
        }
        if (cause != null) {
            return translate(cause, null, stage);
        }
        if (failure instanceof TransactionTimedOutException) {
            return transaction(OrmErrorCode.TIMEOUT, "The transaction took longer than allowed", Retry.SAFE, failure);
        }
        if (failure instanceof UnexpectedRollbackException) {
            return OrmFailure.ofSpoiledTransaction(failure).at(store).exception(failure);
        }
        if (failure instanceof TransactionException) {
            return transaction(OrmErrorCode.UNKNOWN, "The transaction could not be carried out", Retry.NEVER, failure);
        }
        return failure;
    }

    private DataAccessException transaction(OrmErrorCode code, String message, Retry retry, RuntimeException cause) {
        return OrmFailure.of(code, FailureMessages.at(message, store))
                .at(store)
                .advising(retry)
                .exception(cause);
    }

    private SqlFailures.Meaning meaning(SQLException cause) {
        String state = cause.getSQLState();
        if (state == null && cause.getMessage() != null) {
            state = SqliteMessage.state(cause.getMessage());
        }
        SqlFailures.Meaning meaning = SqlFailures.meaning(store, state, cause.getErrorCode());
        if (meaning.code() != OrmErrorCode.UNKNOWN) {
            return meaning;
        }
        if (cause instanceof SQLTransientConnectionException || saysClosed(cause)) {
            return new SqlFailures.Meaning(OrmErrorCode.CONNECTION_FAILED, Retry.SAFE);
        }
        return cause instanceof SQLTimeoutException
                ? new SqlFailures.Meaning(OrmErrorCode.TIMEOUT, Retry.SAFE)
                : meaning;
    }

    /** A pool closes a connection that broke, and of whoever uses it then it says so in words alone. */
    private static boolean saysClosed(SQLException cause) {
        if (cause instanceof SQLNonTransientConnectionException || cause instanceof SQLRecoverableException) {
            return true;
        }
        String message = cause.getMessage();
        return cause.getSQLState() == null
                && message != null
                && CLOSED.matcher(message).find();
    }

    /** After a write was sent, a lost connection leaves open whether it was done. */
    private static Retry retry(SqlFailures.Meaning meaning, Stage stage) {
        if (meaning.code() != OrmErrorCode.CONNECTION_FAILED) {
            return meaning.retry();
        }
        return stage == Stage.SENT ? Retry.OUTCOME_UNKNOWN : Retry.SAFE;
    }

    /** The one that says what happened: a batch and a pool wrap it, in their causes or in the chain of next ones. */
    private static SQLException decisive(SQLException failure) {
        SQLException current = failure;
        for (int depth = 0; depth < 20; depth++) {
            SQLException next = current.getNextException();
            if (next == null && current.getSQLState() == null && current.getCause() instanceof SQLException cause) {
                next = cause;
            }
            if (next == null) {
                break;
            }
            current = next;
        }
        return current.getSQLState() == null ? failure : current;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < 20; depth++) {
            if (current instanceof SQLException found) {
                return found;
            }
            current = current.getCause();
        }
        return null;
    }
}
