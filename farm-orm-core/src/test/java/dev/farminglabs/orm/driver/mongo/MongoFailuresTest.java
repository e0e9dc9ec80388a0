package dev.farminglabs.orm.driver.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
        "64, CONNECTION_FAILED, OUTCOME_UNKNOWN",
        "100, CONNECTION_FAILED, OUTCOME_UNKNOWN",
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

    /** The primary has it, and the others may not get it. */
    @Test
    void aWriteThatTooFewServersConfirmedMayBeThere() {
        WriteConcernError error = new WriteConcernError(100, "name", "secret", new BsonDocument());
        for (MongoException unconfirmed : List.of(
                new MongoWriteConcernException(error, new ServerAddress()),
                new MongoBulkWriteException(
                        BulkWriteResult.unacknowledged(), List.of(), error, new ServerAddress(), Set.of()))) {
            OrmFailure failure = MongoErrors.MongoFailures.of(unconfirmed, null);
            assertThat(failure.code()).isEqualTo(OrmErrorCode.CONNECTION_FAILED);
            assertThat(failure.retry()).isEqualTo(Retry.OUTCOME_UNKNOWN);
            assertThat(failure.message()).doesNotContain("secret");
        }
    }

    @Test
    void withoutAConnectionNothingWasSent() {
        ServerId server = new ServerId(new ClusterId(), new ServerAddress());
        MongoException cleared = new MongoConnectionPoolClearedException(server, null);
        cleared.addLabel("RetryableWriteError");
        for (MongoException unsent : List.of(cleared, new MongoServerUnavailableException("gone"))) {
            OrmFailure failure = MongoErrors.MongoFailures.of(unsent, null);
            assertThat(failure.code()).isEqualTo(OrmErrorCode.CONNECTION_FAILED);
            assertThat(failure.retry()).isEqualTo(Retry.SAFE);
        }
    }

    @Test
    void aReadWhoseAnswerIsLostMayBeMadeAgain() {
        AtomicBoolean lost = new AtomicBoolean();
        ClientBetween between = new ClientBetween((method, arguments) -> {
            if (lost.get() && List.of("find", "aggregate", "insertOne").contains(method)) {
                throw new MongoSocketReadException("cut", new ServerAddress());
            }
        });
        String database = "failures_" + System.nanoTime();
        var orm = FarmOrm.bootstrap(new Samples(), new MongoDriver(between.before(MongoFixture.client()), database));
        orm.model(Samples.DOCUMENT).count();
        lost.set(true);
        failsWith(Retry.SAFE, () -> orm.model(Samples.DOCUMENT).findMany());
        failsWith(Retry.SAFE, () -> orm.model(Samples.DOCUMENT).count());
        failsWith(Retry.OUTCOME_UNKNOWN, () -> orm.model(Samples.DOCUMENT).create(Samples.DOCUMENT.title.set("t")));
        MongoFixture.client().getDatabase(database).drop();
    }

    /** What is added to decimals of more digits than a Decimal128 holds is added record by record, where it has a fraction. */
    @Test
    void aChangeOfManyThatStopsHalfWayIsNotSafeToRepeat() {
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        ClientBetween between = new ClientBetween((method, arguments) -> {
            if (method.equals("updateOne") && left.getAndDecrement() == 0) {
                throw failed(10107);
            }
        });
        String database = "failures_" + System.nanoTime();
        var orm = FarmOrm.bootstrap(new Samples(), new MongoDriver(between.before(MongoFixture.client()), database));
        for (String id : List.of("a", "b", "c")) {
            orm.model(Samples.SAMPLE).create(Samples.SAMPLE.id.set(id), Samples.SAMPLE.label.set(id));
        }
        ThrowingCallable change =
                () -> orm.model(Samples.SAMPLE).all().updateMany(Samples.SAMPLE.price.increment(new BigDecimal("0.5")));
        left.set(0);
        failsWith(Retry.SAFE, change);
        left.set(1);
        failsWith(Retry.OUTCOME_UNKNOWN, change);
        assertThat(orm.model(Samples.SAMPLE)
                        .where(Samples.SAMPLE.price.gt(BigDecimal.ZERO))
                        .count())
                .isEqualTo(1);
        MongoFixture.client().getDatabase(database).drop();
    }

    private static void failsWith(Retry retry, ThrowingCallable call) {
        OrmError error = OrmError.in(catchThrowable(call)).orElseThrow();
        assertThat(error.code()).isEqualTo(OrmErrorCode.CONNECTION_FAILED);
        assertThat(error.retry()).isEqualTo(retry);
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
