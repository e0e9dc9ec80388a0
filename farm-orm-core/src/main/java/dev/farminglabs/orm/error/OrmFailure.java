package dev.farminglabs.orm.error;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * The facts of one failure, and the way from them to the exception. Immutable.
 *
 * @param code    what kind of failure
 * @param message what happened, where, and what to do; never a stored value
 * @param model   the model's name, or null
 * @param fields  the names of the fields concerned
 * @param store   the store's name, or empty when the call never got to one
 * @param retry   whether making the call again is safe
 */
public record OrmFailure(
        OrmErrorCode code, String message, @Nullable String model, List<String> fields, String store, Retry retry)
        implements Serializable {

    /** Copies the field names. */
    public OrmFailure {
        fields = List.copyOf(fields);
    }

    /** A failure found before any store was asked: never to be retried as it is. */
    public static OrmFailure of(OrmErrorCode code, String message) {
        return new OrmFailure(code, message, null, List.of(), "", Retry.NEVER);
    }

    /**
     * A transaction that can only be rolled back, because something in it has failed. Some stores go on after a failed call
     * and others do not; here none does.
     *
     * @param first what failed first; its code and advice are the transaction's when it is an {@link OrmError}
     */
    public static OrmFailure ofSpoiledTransaction(Throwable first) {
        boolean ours = first instanceof OrmError;
        OrmErrorCode code = ours ? ((OrmError) first).code() : OrmErrorCode.UNKNOWN;
        Retry advice = ours ? ((OrmError) first).retry() : Retry.NEVER;
        return of(
                        code,
                        "The transaction is rolled back as a whole, because something in it failed earlier ("
                                + (ours ? code : first.getClass().getSimpleName())
                                + "): let the first exception end the transaction, and catch it outside")
                .advising(advice);
    }

    /**
     * What to throw where a step of a call failed after other steps of it were done: what would be safe to repeat otherwise
     * is not any more. Any other failure is given back as it is.
     */
    public static RuntimeException ofPartlyDone(RuntimeException failure) {
        if (!(failure instanceof OrmExceptions.Carrier carrier) || carrier.retry() != Retry.SAFE) {
            return failure;
        }
        OrmFailure step = carrier.failure();
        return new OrmFailure(
                        step.code,
                        step.message + "; a part of the call was done before that",
                        step.model,
                        step.fields,
                        step.store,
                        Retry.OUTCOME_UNKNOWN)
                .exception(failure);
    }

    /** The same failure, concerning that model and those fields. */
    public OrmFailure about(@Nullable String newModel, List<String> newFields) {
        return new OrmFailure(code, message, newModel, newFields, store, retry);
    }

    /** The same failure, met at that store. */
    public OrmFailure at(String newStore) {
        return new OrmFailure(code, message, model, fields, newStore, retry);
    }

    /** The same failure with that advice. */
    public OrmFailure advising(Retry advice) {
        return new OrmFailure(code, message, model, fields, store, advice);
    }

    /** The exception to throw; it implements {@link OrmError}. */
    public DataAccessException exception() {
        return exception(null);
    }

    /** The exception to throw, with the native exception as its cause. */
    public DataAccessException exception(@Nullable Throwable cause) {
        return switch (code) {
            case UNIQUE_CONSTRAINT_VIOLATION -> new OrmExceptions.UniqueViolation(this, cause);
            case FOREIGN_KEY_VIOLATION, NOT_NULL_VIOLATION, CHECK_VIOLATION, VALUE_TOO_LARGE ->
                new OrmExceptions.IntegrityViolation(this, cause);
            case MISSING_TABLE, MISSING_COLUMN, MISSING_SCHEMA -> new OrmExceptions.MissingStructure(this, cause);
            case TRANSACTION_CONFLICT, DEADLOCK -> new OrmExceptions.Conflict(this, cause);
            case LOCK_TIMEOUT -> new OrmExceptions.LockNotAcquired(this, cause);
            case TIMEOUT -> new OrmExceptions.TimedOut(this, cause);
            case CONNECTION_FAILED -> new OrmExceptions.Unreachable(this, cause);
            case PERMISSION_DENIED -> new OrmExceptions.PermissionDenied(this, cause);
            case UNSUPPORTED, INVALID_SCHEMA, INVALID_QUERY, INVALID_PROJECTION ->
                new OrmExceptions.InvalidUsage(this, cause);
            case UNKNOWN -> new OrmExceptions.Uncategorized(this, cause);
        };
    }
}
