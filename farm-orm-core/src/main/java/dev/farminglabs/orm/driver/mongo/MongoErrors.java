package dev.farminglabs.orm.driver.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** The exceptions of this store. They name models and fields, never values, which the server's own messages hold. */
final class MongoErrors {

    private static final Pattern INDEX = Pattern.compile(" index: (?:\\S+\\.\\$)?(.+?) dup key");
    private static final int DOCUMENT_TOO_LARGE = 10334;
    private static final int LOOKUP_TOO_LARGE = 4568;

    /** Whether a unique key was taken. */
    static boolean duplicate(MongoException e) {
        int code = code(e);
        return code == 11000 || code == 11001 || code == 12582;
    }

    static int code(MongoException e) {
        return e instanceof MongoBulkWriteException bulk
                        && !bulk.getWriteErrors().isEmpty()
                ? bulk.getWriteErrors().get(0).getCode()
                : e.getCode();
    }

    /** Whether a record and what came along with it were more than one document may hold. */
    static boolean outgrown(MongoException e) {
        return code(e) == DOCUMENT_TOO_LARGE || code(e) == LOOKUP_TOO_LARGE;
    }

    /** Whether it was that unique key that was taken. */
    static boolean violates(MongoException e, UniqueDefinition key, Names names, MongoAccess access) {
        return duplicate(e) && violated(e, key.model(), names, access) == key;
    }

    /** The key that was taken. The server says its index; one of another application's is looked up. */
    static @Nullable UniqueDefinition violated(
            MongoException e, ModelDefinition model, Names names, MongoAccess access) {
        String message = e instanceof MongoBulkWriteException bulk
                        && !bulk.getWriteErrors().isEmpty()
                ? bulk.getWriteErrors().get(0).getMessage()
                : String.valueOf(e.getMessage());
        Matcher matcher = INDEX.matcher(message);
        if (!matcher.find()) {
            return null;
        }
        String index = matcher.group(1);
        for (UniqueDefinition unique : model.uniques()) {
            if (names.index(unique).equals(index)) {
                return unique;
            }
        }
        return foreign(index, model, names, access);
    }

    private static @Nullable UniqueDefinition foreign(
            String index, ModelDefinition model, Names names, MongoAccess access) {
        for (BsonDocument found :
                access.plain().getCollection(names.collection(model)).listIndexes(BsonDocument.class)) {
            if (found.getString("name").getValue().equals(index)) {
                Set<String> keys = found.getDocument("key").keySet();
                return model.uniques().stream()
                        .filter(unique -> keys.equals(keys(unique, names)))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private static Set<String> keys(UniqueDefinition unique, Names names) {
        Set<String> keys = new HashSet<>();
        unique.fields().forEach(field -> keys.add(names.key(field)));
        return keys;
    }

    static DataAccessException taken(UniqueDefinition key, @Nullable Throwable cause) {
        return OrmFailure.of(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, "Another record already holds this key: " + key)
                .about(key.modelName(), key.fieldNames())
                .at(MongoDriver.STORE)
                .exception(cause);
    }

    /** For an index the schema knows nothing of. */
    static DataAccessException takenByOthers(@Nullable ModelDefinition model, Throwable cause) {
        return OrmFailure.of(
                        OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                        "Another record already holds a key that only the database knows of"
                                + (model == null ? "" : " (" + model + ")"))
                .about(model == null ? null : model.name(), List.of())
                .at(MongoDriver.STORE)
                .exception(cause);
    }

    static DataAccessException tooLarge(ModelDefinition model) {
        List<String> numbers = model.fields().stream()
                .filter(field -> field.kind().numeric())
                .map(FieldDefinition::name)
                .toList();
        return OrmFailure.of(OrmErrorCode.VALUE_TOO_LARGE, "A sum does not fit the field of " + model + " it was for")
                .about(model.name(), numbers.size() == 1 ? numbers : List.of())
                .at(MongoDriver.STORE)
                .exception();
    }

    static DataAccessException noGeneratedIds(ModelDefinition model) {
        return OrmFailure.of(
                        OrmErrorCode.UNSUPPORTED,
                        "mongodb makes no numeric ids (GENERATED_IDS): give " + model.id() + " a value")
                .about(model.name(), List.of(model.id().name()))
                .at(MongoDriver.STORE)
                .exception();
    }

    static DataAccessException noTransactions(String why) {
        return OrmFailure.of(OrmErrorCode.UNSUPPORTED, "mongodb has no TRANSACTIONS here: " + why)
                .at(MongoDriver.STORE)
                .exception();
    }

    static DataAccessException missing(ModelDefinition model, String collection) {
        return OrmFailure.of(
                        OrmErrorCode.MISSING_TABLE,
                        "Collection " + collection + " of model " + model + " is not there: run the setup")
                .about(model.name(), List.of())
                .at(MongoDriver.STORE)
                .exception();
    }

    static DataAccessException contended(ModelDefinition model) {
        return OrmFailure.of(OrmErrorCode.TRANSACTION_CONFLICT, "Others kept changing the same record of " + model)
                .about(model.name(), List.of())
                .at(MongoDriver.STORE)
                .advising(Retry.SAFE)
                .exception();
    }

    /** A step failed after others of the same call had changed something that no transaction undoes. */
    static RuntimeException partlyDone(RuntimeException e, ModelDefinition model) {
        return OrmFailure.ofPartlyDone(
                e instanceof MongoException known && !duplicate(known)
                        ? MongoFailures.of(known, model).exception(known)
                        : e);
    }

    /** A transaction that could not be begun or ended. */
    static DataAccessException ofTransaction(RuntimeException e) {
        Throwable cause = e.getCause();
        return (cause instanceof MongoException known ? MongoFailures.of(known, null) : MongoFailures.of(e, null))
                .exception(e);
    }

    static DataAccessException rolledBack(Throwable cause) {
        return OrmFailure.of(
                        OrmErrorCode.UNKNOWN,
                        "The transaction was rolled back because a part that had joined it failed:"
                                + " let the exception pass, or do not nest")
                .at(MongoDriver.STORE)
                .exception(cause);
    }

    private MongoErrors() {}

    /**
     * What a native exception means: first by its labels, which say what may be retried, then by its class and code. A write
     * conflict is a conflict here, not an integrity violation.
     */
    static final class MongoFailures {

        private record Meaning(OrmErrorCode code, String message, Retry retry) {}

        private static final Meaning CONFLICT = new Meaning(
                OrmErrorCode.TRANSACTION_CONFLICT, "Another transaction changed the same records", Retry.SAFE);
        private static final Meaning LOST =
                new Meaning(OrmErrorCode.CONNECTION_FAILED, "The answer did not arrive", Retry.OUTCOME_UNKNOWN);
        private static final Meaning UNREACHABLE =
                new Meaning(OrmErrorCode.CONNECTION_FAILED, "The server could not be reached in time", Retry.SAFE);
        private static final Meaning SLOW =
                new Meaning(OrmErrorCode.TIMEOUT, "The call took longer than it was allowed to", Retry.OUTCOME_UNKNOWN);
        private static final Meaning UNCONFIRMED = new Meaning(
                OrmErrorCode.CONNECTION_FAILED,
                "The write was not confirmed by as many servers as were asked for",
                Retry.OUTCOME_UNKNOWN);
        private static final Meaning DENIED =
                new Meaning(OrmErrorCode.PERMISSION_DENIED, "The server refused the login or the right", Retry.NEVER);
        private static final Meaning TOO_LARGE =
                new Meaning(OrmErrorCode.VALUE_TOO_LARGE, "A record is larger than the server allows", Retry.NEVER);
        private static final Meaning UNKNOWN =
                new Meaning(OrmErrorCode.UNKNOWN, "The server reported a failure", Retry.NEVER);

        /** Of a call that changes nothing: it may be made again also where its answer was lost. */
        static OrmFailure ofRead(RuntimeException e, @Nullable ModelDefinition model) {
            OrmFailure failure = of(e, model);
            return failure.retry() == Retry.OUTCOME_UNKNOWN ? failure.advising(Retry.SAFE) : failure;
        }

        static OrmFailure of(RuntimeException e, @Nullable ModelDefinition model) {
            Meaning meaning = e instanceof MongoException known ? byLabel(known) : byClass(e);
            String about = model == null ? "" : " (" + model + ")";
            String code = e instanceof MongoException known && MongoErrors.code(known) > 0
                    ? ", code " + MongoErrors.code(known)
                    : "";
            return new OrmFailure(
                    meaning.code,
                    meaning.message + about + ": " + e.getClass().getSimpleName() + code,
                    model == null ? null : model.name(),
                    List.of(),
                    MongoDriver.STORE,
                    meaning.retry);
        }

        private static Meaning byLabel(MongoException e) {
            if (e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
                return CONFLICT;
            }
            if (neverSent(e)) {
                return UNREACHABLE; // whatever the label: the driver puts that of a write it would repeat on these too
            }
            if (e.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
                    || e.hasErrorLabel("RetryableWriteError")) {
                return LOST;
            }
            return byClass(e);
        }

        private static boolean neverSent(RuntimeException e) {
            return e instanceof MongoSocketOpenException
                    || e instanceof MongoConnectionPoolClearedException
                    || e instanceof MongoServerUnavailableException;
        }

        private static boolean unconfirmed(RuntimeException e) {
            return e instanceof MongoWriteConcernException
                    || (e instanceof MongoBulkWriteException bulk
                            && bulk.getWriteErrors().isEmpty()
                            && bulk.getWriteConcernError() != null);
        }

        private static Meaning byClass(RuntimeException e) {
            if (unconfirmed(e)) {
                return UNCONFIRMED;
            }
            if (e instanceof MongoExecutionTimeoutException || e instanceof MongoOperationTimeoutException) {
                return SLOW;
            }
            if (e instanceof MongoSecurityException) {
                return DENIED;
            }
            if (neverSent(e) || e instanceof MongoTimeoutException) {
                return UNREACHABLE;
            }
            if (e instanceof MongoSocketException || e instanceof MongoInterruptedException) {
                return LOST;
            }
            if (e instanceof org.bson.BsonSerializationException) {
                return TOO_LARGE;
            }
            return e instanceof MongoException known ? byCode(MongoErrors.code(known)) : UNKNOWN;
        }

        private static Meaning byCode(int code) {
            return switch (code) {
                case 112, 251, 246 -> CONFLICT;
                case 24 -> new Meaning(OrmErrorCode.LOCK_TIMEOUT, "A lock was not to be had in time", Retry.SAFE);
                case 244, 290 ->
                    new Meaning(OrmErrorCode.TRANSACTION_CONFLICT, "The server ended the transaction", Retry.SAFE);
                case 263 -> new Meaning(OrmErrorCode.UNSUPPORTED, "Not possible in a transaction", Retry.NEVER);
                case 26 -> new Meaning(OrmErrorCode.MISSING_TABLE, "The collection is not there", Retry.NEVER);
                case 121 ->
                    new Meaning(OrmErrorCode.CHECK_VIOLATION, "The collection's validator refused", Retry.NEVER);
                case 66 -> new Meaning(OrmErrorCode.UNSUPPORTED, "An id cannot be changed", Retry.NEVER);
                case 73 -> new Meaning(OrmErrorCode.INVALID_SCHEMA, "A name means something else here", Retry.NEVER);
                case DOCUMENT_TOO_LARGE, LOOKUP_TOO_LARGE, 17280, 17419, 17420 -> TOO_LARGE;
                case 50, 262 -> SLOW;
                case 64, 79, 100 -> UNCONFIRMED;
                case 13, 18, 8000 -> DENIED;
                case 10107, 13435 -> UNREACHABLE;
                case 6, 7, 89, 91, 189, 9001, 11600, 11602, 13436 -> LOST;
                default -> UNKNOWN;
            };
        }

        private MongoFailures() {}
    }
}
