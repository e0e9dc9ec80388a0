package dev.farminglabs.orm.driver.redis.server;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DataAccessException;

/** The exceptions for what this driver finds out itself. They name models and fields, never values. */
public final class Violations {

    /** The store's name, as every failure says it. */
    public static final String STORE = "redis";

    /** A record is not the only one with its key. */
    public static DataAccessException unique(UniqueDefinition key) {
        return about(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                key.model(),
                key.fieldNames(),
                "Another record already holds this key: " + key);
    }

    /** A sum does not fit its field. */
    public static DataAccessException tooLarge(FieldDefinition field) {
        return about(field, OrmErrorCode.VALUE_TOO_LARGE, "The sum does not fit " + field);
    }

    /** A cell holds what is no value of its field. */
    public static DataAccessException unreadable(FieldDefinition field) {
        return about(
                field,
                OrmErrorCode.UNKNOWN,
                "What is stored for " + field + " cannot be read as "
                        + field.kind().name().toLowerCase(Locale.ROOT));
    }

    /** The server was to make an id. */
    public static DataAccessException generatedId(FieldDefinition field) {
        return about(
                field,
                OrmErrorCode.UNSUPPORTED,
                "redis makes no numeric ids (GENERATED_IDS): give a value for " + field);
    }

    /** The field that names a record was to be changed. */
    public static DataAccessException naturalKey(FieldDefinition field) {
        return about(
                field,
                OrmErrorCode.UNSUPPORTED,
                "redis addresses records of " + field.model() + " by their unique key, so " + field
                        + " cannot be changed (KEY_CHANGES): delete the record and create another");
    }

    /** A given id looks like one that is derived, and is another. */
    public static DataAccessException givenId(FieldDefinition field) {
        return about(
                field,
                OrmErrorCode.UNSUPPORTED,
                "redis derives ids of this form (UUID version 8) from the unique key of " + field.model()
                        + ", and the one given is another: leave " + field + " out");
    }

    /** An id was given for a record that a cluster finds by its unique key. */
    public static DataAccessException givenIdOnCluster(FieldDefinition field) {
        return about(
                field,
                OrmErrorCode.UNSUPPORTED,
                "On a cluster redis addresses records of " + field.model()
                        + " by their unique key alone (GIVEN_IDS): leave " + field
                        + " out, and it is derived from that key");
    }

    /** A transaction was asked for. */
    public static DataAccessException transactions() {
        return OrmFailure.of(
                        OrmErrorCode.UNSUPPORTED,
                        "redis has no transactions (TRANSACTIONS): each call is atomic by itself. Use inOrder for calls"
                                + " that may be seen half done")
                .at(STORE)
                .exception();
    }

    /** The records are under keys of another shape, where this schema would not look. */
    public static DataAccessException shapeChanged(ModelDefinition model, String expected, String found) {
        return about(
                OrmErrorCode.INVALID_SCHEMA,
                model,
                List.of(),
                "Records of " + model + " are " + found + " on this server, and the schema has them " + expected
                        + ": they would not be found. Copy them to a client of the new schema under another prefix");
    }

    /** Records are there that the unique key does not lead to yet. */
    public static DataAccessException keyNotBuilt(UniqueDefinition key) {
        return about(
                OrmErrorCode.INVALID_SCHEMA,
                key.model(),
                key.fieldNames(),
                "Unique key " + key + " is not built for the records that are on this server: they would not be found"
                        + " by it, and it would not keep others from their values. Push the schema");
    }

    /** A unique key cannot be built for the records that are there. */
    public static DataAccessException sharedValues(UniqueDefinition key, long values, Throwable cause) {
        return OrmFailure.of(
                        OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                        "Unique key " + key + " cannot be built: " + values
                                + " of its values are held by several records each")
                .about(key.modelName(), key.fieldNames())
                .at(STORE)
                .exception(cause);
    }

    /** Only a look at every key would answer, and that is denied. */
    public static DataAccessException scanDenied(ModelDefinition model) {
        return about(
                OrmErrorCode.UNSUPPORTED,
                model,
                List.of(),
                "No key and no index of " + model + " answers this, and scans of the whole server are denied:"
                        + " declare an index, or ask by a key");
    }

    /** Others were faster each time, or the wait was interrupted. */
    public static DataAccessException contended(ModelDefinition model) {
        return OrmFailure.of(
                        OrmErrorCode.TRANSACTION_CONFLICT,
                        "Records of " + model
                                + " were changed by others again and again while they were written, or the wait for them was"
                                + " interrupted")
                .about(model.name(), List.of())
                .at(STORE)
                .advising(Retry.SAFE)
                .exception();
    }

    private static DataAccessException about(FieldDefinition field, OrmErrorCode code, String message) {
        return about(code, field.model(), List.of(field.name()), message);
    }

    private static DataAccessException about(
            OrmErrorCode code, ModelDefinition model, List<String> fields, String message) {
        return OrmFailure.of(code, message)
                .about(model.name(), fields)
                .at(STORE)
                .exception();
    }

    private Violations() {}
}
