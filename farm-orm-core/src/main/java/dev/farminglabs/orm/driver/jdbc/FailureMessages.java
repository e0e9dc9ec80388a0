package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What exceptions say: names of the schema, and what to do. */
final class FailureMessages {

    static String at(String message, String store) {
        return store.isEmpty() ? message : message + " (" + store + ")";
    }

    static String of(OrmErrorCode code, @Nullable String model, List<String> fields) {
        String where = model == null ? "" : fields.isEmpty() ? " of " + model : " " + model + fields;
        return switch (code) {
            case UNIQUE_CONSTRAINT_VIOLATION ->
                fields.isEmpty()
                        ? "A unique key" + where + " already holds that value"
                        : "Unique key" + where + " already holds that value";
            case FOREIGN_KEY_VIOLATION ->
                "Reference" + where + " points at nothing, or a record is still pointed at by it";
            case NOT_NULL_VIOLATION -> "Required field" + where + " has no value";
            case CHECK_VIOLATION -> "The database's check" + where + " does not allow that value";
            case VALUE_TOO_LARGE -> "A value does not fit its field" + where;
            case MISSING_TABLE -> "The table" + where + " is not there: run the setup";
            case MISSING_COLUMN -> "A column" + where + " is not there: run the setup";
            case MISSING_SCHEMA -> "The database or its schema is not there: create it, or run the setup";
            case INVALID_SCHEMA ->
                "The database cannot keep this part of the schema: a name is taken, by something else or by one that differs in"
                        + " case only, or a key or a row is too wide";
            case TRANSACTION_CONFLICT -> "Two transactions could not both be kept: run this one again";
            case DEADLOCK -> "The database ended a deadlock by undoing this call: run the transaction again";
            case LOCK_TIMEOUT -> "A lock was not to be had in time";
            case TIMEOUT -> "The call took longer than allowed and was undone";
            case CONNECTION_FAILED -> "The connection to the database failed";
            case PERMISSION_DENIED -> "The database refused the login, or the right to do this";
            case UNSUPPORTED -> "The database cannot do this";
            default -> "The database refused the call" + where + "; the cause says why";
        };
    }

    private FailureMessages() {}
}
