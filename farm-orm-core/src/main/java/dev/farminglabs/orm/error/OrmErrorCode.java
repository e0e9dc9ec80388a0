package dev.farminglabs.orm.error;

/** What kind of thing went wrong, the same on every store. */
public enum OrmErrorCode {
    /** Another record already holds the value of a unique key. */
    UNIQUE_CONSTRAINT_VIOLATION,
    /** A reference points at nothing, or something still points at the record. */
    FOREIGN_KEY_VIOLATION,
    /** A required field has no value. */
    NOT_NULL_VIOLATION,
    /** A value is not one the store's check allows. */
    CHECK_VIOLATION,
    /** A value does not fit its field, or an arithmetic result does not. */
    VALUE_TOO_LARGE,
    /** The table or collection of a model is not there: run the setup. */
    MISSING_TABLE,
    /** The column of a field is not there: run the setup. */
    MISSING_COLUMN,
    /** The namespace or database is not there. */
    MISSING_SCHEMA,
    /** Two transactions could not both be kept (serialization failure, write conflict). */
    TRANSACTION_CONFLICT,
    /** The store broke a deadlock by ending this transaction. */
    DEADLOCK,
    /** A lock was not to be had in time. */
    LOCK_TIMEOUT,
    /** The call took longer than it was allowed to. */
    TIMEOUT,
    /** The store could not be reached, or the connection was lost. */
    CONNECTION_FAILED,
    /** The store refused the login, or the right to do this. */
    PERMISSION_DENIED,
    /** The bound store cannot do this; its capabilities say so. */
    UNSUPPORTED,
    /** The schema contradicts itself. */
    INVALID_SCHEMA,
    /** The call cannot mean anything: an impossible condition, a missing key, a wrong argument. */
    INVALID_QUERY,
    /** A record class cannot be read from, or written to, the model. */
    INVALID_PROJECTION,
    /** None of the above; the native exception is the cause. */
    UNKNOWN
}
