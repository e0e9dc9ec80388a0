package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** The exceptions of this store. They name models and fields, never values. */
final class Violations {

    static DataAccessException unique(UniqueDefinition key) {
        return OrmFailure.of(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, "Another record already holds this key: " + key)
                .about(key.modelName(), key.fieldNames())
                .at(MemoryDriver.STORE)
                .exception();
    }

    static DataAccessException required(FieldDefinition field) {
        return about(OrmErrorCode.NOT_NULL_VIOLATION, field, field + " is required and has no value");
    }

    static DataAccessException tooLarge(FieldDefinition field, String limit) {
        return about(OrmErrorCode.VALUE_TOO_LARGE, field, "The value does not fit " + field + ": " + limit);
    }

    static DataAccessException notAConstant(FieldDefinition field) {
        return about(
                OrmErrorCode.CHECK_VIOLATION, field, "The value is none of the constants of the enumeration " + field);
    }

    static DataAccessException pointsAtNothing(Reference reference) {
        return about(
                OrmErrorCode.FOREIGN_KEY_VIOLATION,
                reference.field(),
                reference.field() + " points at a record that is not there: no such " + reference.target());
    }

    static DataAccessException stillPointedAt(Reference reference) {
        return about(
                OrmErrorCode.FOREIGN_KEY_VIOLATION,
                reference.field(),
                "The record is still pointed at by " + reference.field() + ", which references " + reference.target());
    }

    static DataAccessException otherColumns(String table) {
        return at(
                OrmErrorCode.INVALID_SCHEMA,
                "Table " + table + " already holds records with other columns: give one of the clients a prefix,"
                        + " or a MemoryDriver of its own",
                Retry.NEVER);
    }

    static DataAccessException noNamespaces() {
        return at(
                OrmErrorCode.UNSUPPORTED,
                "The store memory lacks NAMESPACES: connect without a namespace, a prefix keeps tables apart",
                Retry.NEVER);
    }

    static DataAccessException notToBeHad() {
        return at(
                OrmErrorCode.LOCK_TIMEOUT,
                "Another thread's transaction did not end in time, or the wait was interrupted",
                Retry.SAFE);
    }

    private static DataAccessException about(OrmErrorCode code, FieldDefinition field, String message) {
        return OrmFailure.of(code, message)
                .about(field.model().name(), List.of(field.name()))
                .at(MemoryDriver.STORE)
                .exception();
    }

    private static DataAccessException at(OrmErrorCode code, String message, Retry retry) {
        return OrmFailure.of(code, message)
                .at(MemoryDriver.STORE)
                .advising(retry)
                .exception();
    }

    private Violations() {}
}
