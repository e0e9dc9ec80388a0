package dev.farminglabs.orm.driver.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.tck.Samples;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What native failures mean: labels first, then codes. */
class MongoFailuresTest {

    private static MongoException failed(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString("secret")),
                new ServerAddress());
    }

    @ParameterizedTest
    @CsvSource({
        "112, TRANSACTION_CONFLICT, SAFE",
        "251, TRANSACTION_CONFLICT, SAFE",
        "24, LOCK_TIMEOUT, SAFE",
        "263, UNSUPPORTED, NEVER",
        "26, MISSING_TABLE, NEVER",
        "121, CHECK_VIOLATION, NEVER",
        "66, UNSUPPORTED, NEVER",
        "10334, VALUE_TOO_LARGE, NEVER",
        "50, TIMEOUT, OUTCOME_UNKNOWN",
        "13, PERMISSION_DENIED, NEVER",
        "10107, CONNECTION_FAILED, SAFE",
        "11600, CONNECTION_FAILED, OUTCOME_UNKNOWN",
        "4711, UNKNOWN, NEVER"
    })
    void codes(int code, OrmErrorCode expected, Retry retry) {
        OrmFailure failure = MongoErrors.MongoFailures.of(failed(code), null);
        assertThat(failure.code()).isEqualTo(expected);
        assertThat(failure.retry()).isEqualTo(retry);
        assertThat(failure.message()).doesNotContain("secret");
    }

    @Test
    void labelsComeFirst() {
        MongoException transientOne = failed(11600);
        transientOne.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
        assertThat(MongoErrors.MongoFailures.of(transientOne, null).retry()).isEqualTo(Retry.SAFE);
        MongoException commit = failed(50);
        commit.addLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL);
        assertThat(MongoErrors.MongoFailures.of(commit, null).retry()).isEqualTo(Retry.OUTCOME_UNKNOWN);
    }

    @Test
    void cutConnectionsLeaveTheOutcomeOpen() {
        var cut = new MongoSocketReadException("cut", new ServerAddress());
        assertThat(MongoErrors.MongoFailures.of(cut, null).retry()).isEqualTo(Retry.OUTCOME_UNKNOWN);
        assertThat(MongoErrors.MongoFailures.of(new MongoTimeoutException("none"), null)
                        .retry())
                .isEqualTo(Retry.SAFE);
    }

    @Test
    void aServerThatIsNotThereIsNamedAsSuch() {
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", 1)))
                        .serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
                .build())) {
            var orm = FarmOrm.connect(new Samples(), client, "x");
            Throwable thrown = catchThrowable(() -> orm.model(Samples.DOCUMENT).count());
            OrmError error = OrmError.in(thrown).orElseThrow();
            assertThat(error.code()).isEqualTo(OrmErrorCode.CONNECTION_FAILED);
            assertThat(error.retry()).isEqualTo(Retry.SAFE);
            assertThat(error.store()).isEqualTo("mongodb");
        }
    }
}
