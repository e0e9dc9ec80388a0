package dev.farminglabs.orm.sql.failure;

import static dev.farminglabs.orm.error.OrmErrorCode.CHECK_VIOLATION;
import static dev.farminglabs.orm.error.OrmErrorCode.CONNECTION_FAILED;
import static dev.farminglabs.orm.error.OrmErrorCode.DEADLOCK;
import static dev.farminglabs.orm.error.OrmErrorCode.FOREIGN_KEY_VIOLATION;
import static dev.farminglabs.orm.error.OrmErrorCode.INVALID_SCHEMA;
import static dev.farminglabs.orm.error.OrmErrorCode.LOCK_TIMEOUT;
import static dev.farminglabs.orm.error.OrmErrorCode.MISSING_COLUMN;
import static dev.farminglabs.orm.error.OrmErrorCode.MISSING_SCHEMA;
import static dev.farminglabs.orm.error.OrmErrorCode.MISSING_TABLE;
import static dev.farminglabs.orm.error.OrmErrorCode.NOT_NULL_VIOLATION;
import static dev.farminglabs.orm.error.OrmErrorCode.PERMISSION_DENIED;
import static dev.farminglabs.orm.error.OrmErrorCode.TIMEOUT;
import static dev.farminglabs.orm.error.OrmErrorCode.TRANSACTION_CONFLICT;
import static dev.farminglabs.orm.error.OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION;
import static dev.farminglabs.orm.error.OrmErrorCode.UNKNOWN;
import static dev.farminglabs.orm.error.OrmErrorCode.UNSUPPORTED;
import static dev.farminglabs.orm.error.OrmErrorCode.VALUE_TOO_LARGE;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the databases' error codes mean. The most exact entry counts: database and state, state, class of states. */
public final class SqlFailures {

    /**
     * What an error code means.
     *
     * @param code  what went wrong
     * @param retry whether making the call again is safe, as far as the code tells
     */
    public record Meaning(OrmErrorCode code, Retry retry) {}

    private static final Meaning NOT_KNOWN = new Meaning(UNKNOWN, Retry.NEVER);

    private static final Map<String, Meaning> MEANINGS = new HashMap<>();

    static {
        standard();
        postgresql("postgresql ");
        postgresql("cockroachdb ");
        postgresql("yugabytedb ");
        h2();
        sqlite();
        mysql("mysql ");
        mysql("mariadb ");
    }

    private SqlFailures() {}

    /** What every database means by a state or a class of states. */
    private static void standard() {
        never(UNSUPPORTED, "0A");
        safe(CONNECTION_FAILED, "08", "08001", "08004");
        never(VALUE_TOO_LARGE, "22001", "22003", "22008");
        never(CHECK_VIOLATION, "23", "23513", "23514");
        never(UNIQUE_CONSTRAINT_VIOLATION, "23505");
        never(FOREIGN_KEY_VIOLATION, "23503", "23506", "23001");
        never(NOT_NULL_VIOLATION, "23502");
        never(PERMISSION_DENIED, "25006", "28", "42501");
        never(MISSING_SCHEMA, "3D", "3F");
        safe(TRANSACTION_CONFLICT, "40", "40001");
        never(MISSING_TABLE, "42S02");
        never(MISSING_COLUMN, "42S22");
        safe(TIMEOUT, "57014", "HYT00", "HY008");
    }

    private static void postgresql(String store) {
        never(MISSING_TABLE, store + "42P01");
        never(MISSING_COLUMN, store + "42703");
        never(VALUE_TOO_LARGE, store + "54000");
        safe(DEADLOCK, store + "40P01");
        safe(LOCK_TIMEOUT, store + "55P03");
        safe(TIMEOUT, store + "25P03", store + "25P04");
        safe(CONNECTION_FAILED, store + "53300", store + "57P03");
        unknown(CONNECTION_FAILED, store + "57P01", store + "57P02", store + "57P05");
    }

    private static void h2() {
        never(VALUE_TOO_LARGE, "h2 22004");
        never(MISSING_TABLE, "h2 42S03", "h2 42S04");
        never(MISSING_SCHEMA, "h2 90079", "h2 90013", "h2 90146");
        never(PERMISSION_DENIED, "h2 90096", "h2 90097");
        safe(DEADLOCK, "h2 40001");
        safe(TRANSACTION_CONFLICT, "h2 90131");
        safe(LOCK_TIMEOUT, "h2 HYT00");
        safe(CONNECTION_FAILED, "h2 90020");
        unknown(CONNECTION_FAILED, "h2 90007", "h2 90067", "h2 90098", "h2 90121");
    }

    /** SQLite has result codes by name, and for some of its errors only their words. */
    private static void sqlite() {
        never(UNIQUE_CONSTRAINT_VIOLATION, "sqlite SQLITE_CONSTRAINT_UNIQUE", "sqlite SQLITE_CONSTRAINT_PRIMARYKEY");
        never(UNIQUE_CONSTRAINT_VIOLATION, "sqlite SQLITE_CONSTRAINT_ROWID");
        never(FOREIGN_KEY_VIOLATION, "sqlite SQLITE_CONSTRAINT_FOREIGNKEY", "sqlite SQLITE_CONSTRAINT_TRIGGER");
        never(NOT_NULL_VIOLATION, "sqlite SQLITE_CONSTRAINT_NOTNULL");
        never(CHECK_VIOLATION, "sqlite SQLITE_CONSTRAINT_CHECK", "sqlite SQLITE_CONSTRAINT_DATATYPE");
        never(VALUE_TOO_LARGE, "sqlite integer overflow", "sqlite SQLITE_TOOBIG");
        never(MISSING_TABLE, "sqlite no such table");
        never(INVALID_SCHEMA, "sqlite already exists"); // names that differ in case only are one name
        never(MISSING_COLUMN, "sqlite no such column", "sqlite has no column");
        never(PERMISSION_DENIED, "sqlite SQLITE_READONLY", "sqlite SQLITE_PERM", "sqlite SQLITE_AUTH");
        safe(CONNECTION_FAILED, "sqlite SQLITE_CANTOPEN", "sqlite SQLITE_NOTADB");
        safe(LOCK_TIMEOUT, "sqlite SQLITE_BUSY", "sqlite SQLITE_LOCKED", "sqlite SQLITE_BUSY_TIMEOUT");
        safe(LOCK_TIMEOUT, "sqlite SQLITE_LOCKED_SHAREDCACHE");
        safe(TRANSACTION_CONFLICT, "sqlite SQLITE_BUSY_SNAPSHOT");
        safe(TIMEOUT, "sqlite SQLITE_INTERRUPT");
    }

    /** Their SQLSTATEs are coarse, and not the same from each driver; the numbers are. */
    private static void mysql(String store) {
        never(UNIQUE_CONSTRAINT_VIOLATION, at(store, 1022, 1062, 1169, 1586));
        never(FOREIGN_KEY_VIOLATION, at(store, 1216, 1217, 1451, 1452, 1761, 1762));
        never(NOT_NULL_VIOLATION, at(store, 1048, 1263, 1364));
        never(CHECK_VIOLATION, at(store, 3819, 4025));
        never(VALUE_TOO_LARGE, at(store, 1153, 1264, 1265, 1292, 1301, 1366, 1406, 1690));
        never(MISSING_TABLE, at(store, 1051, 1146));
        never(MISSING_COLUMN, at(store, 1054, 1072));
        never(MISSING_SCHEMA, at(store, 1046, 1049));
        never(INVALID_SCHEMA, at(store, 1050, 1059, 1060, 1061, 1071, 1102, 1103, 1118, 1170, 1300));
        never(PERMISSION_DENIED, at(store, 1044, 1045, 1142, 1143, 1227, 1290, 1370, 1698, 1792, 1836));
        never(UNSUPPORTED, at(store, 1235));
        safe(DEADLOCK, at(store, 1213, 1614));
        safe(TRANSACTION_CONFLICT, at(store, 1020, 3101));
        safe(LOCK_TIMEOUT, at(store, 1205, 3572));
        safe(TIMEOUT, at(store, 1317, 1969, 3024));
        safe(CONNECTION_FAILED, at(store, 1040, 1203, 1226));
        unknown(CONNECTION_FAILED, at(store, 1053, 1152, 1158, 1159, 1160, 1161, 1927, 2006, 2013, 4031));
    }

    private static String[] at(String store, int... codes) {
        return Arrays.stream(codes).mapToObj(code -> store + code).toArray(String[]::new);
    }

    private static void never(OrmErrorCode code, String... states) {
        put(new Meaning(code, Retry.NEVER), states);
    }

    private static void safe(OrmErrorCode code, String... states) {
        put(new Meaning(code, Retry.SAFE), states);
    }

    private static void unknown(OrmErrorCode code, String... states) {
        put(new Meaning(code, Retry.OUTCOME_UNKNOWN), states);
    }

    private static void put(Meaning meaning, String... states) {
        for (String state : states) {
            MEANINGS.put(state, meaning);
        }
    }

    /**
     * What that error means.
     *
     * @param store      the database's name; may be empty
     * @param state      the SQLSTATE, or null when there is none
     * @param vendorCode the database's own number; its meaning is the state's where the state says nothing
     */
    public static Meaning meaning(String store, @Nullable String state, int vendorCode) {
        Meaning own = MEANINGS.get(store + ' ' + vendorCode);
        if (own == null && state != null) {
            own = MEANINGS.get(store + ' ' + state);
        }
        if (own == null && state != null) {
            own = MEANINGS.get(state);
        }
        if (own == null && state != null && state.length() >= 2) {
            own = MEANINGS.get(state.substring(0, 2));
        }
        return own == null ? NOT_KNOWN : own;
    }
}
