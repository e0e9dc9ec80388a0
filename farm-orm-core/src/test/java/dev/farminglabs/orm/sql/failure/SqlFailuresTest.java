package dev.farminglabs.orm.sql.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "h2, 23505, 23505, UNIQUE_CONSTRAINT_VIOLATION, NEVER",
        "h2, 23506, 23506, FOREIGN_KEY_VIOLATION, NEVER",
        "h2, 23503, 23503, FOREIGN_KEY_VIOLATION, NEVER",
        "h2, 23502, 23502, NOT_NULL_VIOLATION, NEVER",
        "h2, 23513, 23513, CHECK_VIOLATION, NEVER",
        "h2, 22001, 22001, VALUE_TOO_LARGE, NEVER",
        "h2, 22004, 22004, VALUE_TOO_LARGE, NEVER",
        "h2, 42S02, 42102, MISSING_TABLE, NEVER",
        "h2, 42S22, 42122, MISSING_COLUMN, NEVER",
        "h2, 90079, 90079, MISSING_SCHEMA, NEVER",
        "h2, 40001, 40001, DEADLOCK, SAFE",
        "h2, 90131, 90131, TRANSACTION_CONFLICT, SAFE",
        "h2, HYT00, 50200, LOCK_TIMEOUT, SAFE",
        "h2, 57014, 57014, TIMEOUT, SAFE",
        "h2, 28000, 28000, PERMISSION_DENIED, NEVER",
        "h2, 90096, 90096, PERMISSION_DENIED, NEVER",
        "h2, 90067, 90067, CONNECTION_FAILED, OUTCOME_UNKNOWN",
        "postgresql, 23505, 0, UNIQUE_CONSTRAINT_VIOLATION, NEVER",
        "postgresql, 23503, 0, FOREIGN_KEY_VIOLATION, NEVER",
        "postgresql, 23001, 0, FOREIGN_KEY_VIOLATION, NEVER",
        "postgresql, 23502, 0, NOT_NULL_VIOLATION, NEVER",
        "postgresql, 23514, 0, CHECK_VIOLATION, NEVER",
        "postgresql, 23P01, 0, CHECK_VIOLATION, NEVER",
        "postgresql, 22001, 0, VALUE_TOO_LARGE, NEVER",
        "postgresql, 22003, 0, VALUE_TOO_LARGE, NEVER",
        "postgresql, 42P01, 0, MISSING_TABLE, NEVER",
        "postgresql, 42703, 0, MISSING_COLUMN, NEVER",
        "postgresql, 3F000, 0, MISSING_SCHEMA, NEVER",
        "postgresql, 3D000, 0, MISSING_SCHEMA, NEVER",
        "postgresql, 40001, 0, TRANSACTION_CONFLICT, SAFE",
        "postgresql, 40P01, 0, DEADLOCK, SAFE",
        "postgresql, 55P03, 0, LOCK_TIMEOUT, SAFE",
        "postgresql, 57014, 0, TIMEOUT, SAFE",
        "postgresql, 25006, 0, PERMISSION_DENIED, NEVER",
        "postgresql, 42501, 0, PERMISSION_DENIED, NEVER",
        "postgresql, 28P01, 0, PERMISSION_DENIED, NEVER",
        "postgresql, 53300, 0, CONNECTION_FAILED, SAFE",
        "postgresql, 08006, 0, CONNECTION_FAILED, SAFE",
        "postgresql, 57P01, 0, CONNECTION_FAILED, OUTCOME_UNKNOWN",
        "postgresql, 25P02, 0, UNKNOWN, NEVER",
        "postgresql, 42601, 0, UNKNOWN, NEVER",
        "mariadb, 23000, 1062, UNIQUE_CONSTRAINT_VIOLATION, NEVER",
        "mariadb, 23000, 1451, FOREIGN_KEY_VIOLATION, NEVER",
        "mariadb, 23000, 1452, FOREIGN_KEY_VIOLATION, NEVER",
        "mariadb, 23000, 1048, NOT_NULL_VIOLATION, NEVER",
        "mariadb, HY000, 1364, NOT_NULL_VIOLATION, NEVER",
        "mariadb, 23000, 4025, CHECK_VIOLATION, NEVER",
        "mariadb, 22001, 1406, VALUE_TOO_LARGE, NEVER",
        "mariadb, 22003, 1264, VALUE_TOO_LARGE, NEVER",
        "mariadb, 22003, 1690, VALUE_TOO_LARGE, NEVER",
        "mariadb, 42S02, 1146, MISSING_TABLE, NEVER",
        "mariadb, 42S22, 1054, MISSING_COLUMN, NEVER",
        "mariadb, 42000, 1049, MISSING_SCHEMA, NEVER",
        "mariadb, 42000, 1071, INVALID_SCHEMA, NEVER",
        "mariadb, 28000, 1045, PERMISSION_DENIED, NEVER",
        "mariadb, 42000, 1142, PERMISSION_DENIED, NEVER",
        "mariadb, 40001, 1213, DEADLOCK, SAFE",
        "mariadb, HY000, 1205, LOCK_TIMEOUT, SAFE",
        "mariadb, 70100, 1317, TIMEOUT, SAFE",
        "mariadb, 08004, 1040, CONNECTION_FAILED, SAFE",
        "mariadb, 08S01, 1053, CONNECTION_FAILED, OUTCOME_UNKNOWN",
        "mariadb, 08S01, 1927, CONNECTION_FAILED, OUTCOME_UNKNOWN",
        "mariadb, 42000, 1064, UNKNOWN, NEVER",
        "mysql, 23000, 1062, UNIQUE_CONSTRAINT_VIOLATION, NEVER",
        "mysql, 23000, 1451, FOREIGN_KEY_VIOLATION, NEVER",
        "mysql, 23000, 1452, FOREIGN_KEY_VIOLATION, NEVER",
        "mysql, 23000, 1048, NOT_NULL_VIOLATION, NEVER",
        "mysql, HY000, 1364, NOT_NULL_VIOLATION, NEVER",
        "mysql, HY000, 3819, CHECK_VIOLATION, NEVER",
        "mysql, 22001, 1406, VALUE_TOO_LARGE, NEVER",
        "mysql, 22003, 1264, VALUE_TOO_LARGE, NEVER",
        "mysql, 22003, 1690, VALUE_TOO_LARGE, NEVER",
        "mysql, 42S02, 1146, MISSING_TABLE, NEVER",
        "mysql, 42S22, 1054, MISSING_COLUMN, NEVER",
        "mysql, 42000, 1049, MISSING_SCHEMA, NEVER",
        "mysql, 42000, 1071, INVALID_SCHEMA, NEVER",
        "mysql, 28000, 1045, PERMISSION_DENIED, NEVER",
        "mysql, 42000, 1142, PERMISSION_DENIED, NEVER",
        "mysql, 40001, 1213, DEADLOCK, SAFE",
        "mysql, HY000, 1205, LOCK_TIMEOUT, SAFE",
        "mysql, 70100, 1317, TIMEOUT, SAFE",
        "mysql, 08004, 1040, CONNECTION_FAILED, SAFE",
        "mysql, 08S01, 1053, CONNECTION_FAILED, OUTCOME_UNKNOWN",
        "mysql, 08S01, 1927, CONNECTION_FAILED, OUTCOME_UNKNOWN",
        "mysql, 42000, 1064, UNKNOWN, NEVER",
    })
    void everyMeasuredErrorHasAMeaning(String store, String state, int vendor, OrmErrorCode code, Retry retry) {
        assertThat(SqlFailures.meaning(store, state, vendor)).isEqualTo(new SqlFailures.Meaning(code, retry));
    }

    @Test
    void withoutAStateNothingIsKnown() {
        assertThat(SqlFailures.meaning("sqlite", null, 0).code()).isEqualTo(OrmErrorCode.UNKNOWN);
        assertThat(SqlFailures.meaning("", "X", 0).code()).isEqualTo(OrmErrorCode.UNKNOWN);
    }
}
