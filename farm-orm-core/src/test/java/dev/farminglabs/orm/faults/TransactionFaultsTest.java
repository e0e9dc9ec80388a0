package dev.farminglabs.orm.faults;

import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.driver.jdbc.JdbcDriver;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.faults.FaultProxy.Cut;
import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.tck.Samples;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Transactions while the way to the server breaks. */
@ParameterizedClass
@EnumSource(value = FaultStore.class, names = "REDIS_.*", mode = EnumSource.Mode.MATCH_NONE)
class TransactionFaultsTest extends UnderFire {

    private static final List<String> COMMIT = List.of("COMMIT");

    private final String scope = fresh();

    TransactionFaultsTest(FaultStore store) {
        super(store);
    }

    private static void create(OrmClient<Samples> orm, String scope, String name) {
        orm.model(COUNTER).create(COUNTER.scope.set(scope), COUNTER.name.set(name));
    }

    private Runnable twoRecords() {
        return () -> orm.transaction(tx -> {
            create(tx, scope, "a");
            create(tx, scope, "b");
            return 0;
        });
    }

    /** One cut of a claim that is about all of them. */
    private void cuts(Claim claim, Figures.Check test) throws Exception {
        cell(claim, Cut.values().length, "cuts", test);
    }

    private long stored() {
        return direct.model(COUNTER).where(COUNTER.scope.eq(scope)).count();
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_SEND, 0", "AFTER_SEND, 2", "MID_REPLY, 2"})
    void aCommitThatIsCutMayHaveHappened(Cut cut, long records) throws Exception {
        cuts(Claim.COMMIT_CUT, () -> {
            proxy.cut(cut, COMMIT);
            begin(twoRecords()).failed(Retry.OUTCOME_UNKNOWN);
            assertThat(proxy.sprung()).isEqualTo(1);
            assertThat(stored()).isEqualTo(records);
        });
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void aWriteThatIsCutInsideIsUndone(Cut cut) throws Exception {
        cuts(Claim.WRITE_CUT_INSIDE, () -> {
            proxy.cut(cut, store.writes());
            begin(twoRecords()).failed(Retry.SAFE);
            assertThat(proxy.sprung()).isEqualTo(1);
            assertThat(stored()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void aReadThatIsCutInsideIsSafeToo(Cut cut) throws Exception {
        cuts(Claim.READ_CUT_INSIDE, () -> {
            proxy.cut(cut, store.reads());
            begin(() -> orm.transaction(tx ->
                            tx.model(COUNTER).where(COUNTER.scope.eq(scope)).count()))
                    .failed(Retry.SAFE);
        });
    }

    /** The pool closes a connection that broke; what it then says of it has no SQLSTATE. */
    @Test
    void afterALostConnectionTheRestOfTheTransactionSaysThatItIsLost() throws Exception {
        holds(Claim.REST_OF_A_LOST_TRANSACTION, () -> {
            proxy.cut(Cut.AFTER_SEND, store.writes());
            Call call = begin(() -> orm.transaction(tx -> {
                OrmError first = OrmError.in(catchThrowable(() -> create(tx, scope, "a")))
                        .orElseThrow();
                assertThat(first.retry()).isEqualTo(Retry.SAFE);
                OrmError second = OrmError.in(catchThrowable(() -> create(tx, scope, "b")))
                        .orElseThrow();
                assertThat(second.code()).as(second.toString()).isEqualTo(OrmErrorCode.CONNECTION_FAILED);
                assertThat(second.retry()).as(second.toString()).isEqualTo(Retry.SAFE);
                return 0;
            }));
            call.failed(Retry.SAFE); // no commit is asked for
            assertThat(stored()).isZero();
        });
    }

    /** Spring's JdbcTransactionManager rolls back after a failed commit, and what that says hid the lost commit. */
    @ParameterizedTest
    @CsvSource({"BEFORE_SEND, 0", "AFTER_SEND, 2", "MID_REPLY, 2"})
    void aCommitThatIsCutIsUnknownWithTheManagerOfSpringBoot(Cut cut, long records) throws Exception {
        cuts(Claim.COMMIT_CUT_SPRING, () -> {
            DataSource dataSource = (DataSource) faulty.store();
            JdbcDriver driver = new JdbcDriver(dataSource, new JdbcTransactionManager(dataSource));
            orm = FarmOrm.client(new Samples(), driver).connect();
            proxy.cut(cut, COMMIT);
            begin(twoRecords()).failed(Retry.OUTCOME_UNKNOWN);
            assertThat(stored()).isEqualTo(records);
        });
    }

    @Test
    void aTransactionIntoSilenceEndsInTime() throws Exception {
        holds(Claim.TRANSACTION_INTO_SILENCE, () -> {
            proxy.silence();
            begin(twoRecords()).failed(Retry.SAFE);
            assertThat(stored()).isZero();
        });
    }

    @Test
    void aPoolWithoutAConnectionHasDoneNothing() throws Exception {
        holds(Claim.POOL_EXHAUSTED, () -> {
            CountDownLatch taken = new CountDownLatch(FaultClient.POOL);
            CountDownLatch enough = new CountDownLatch(1);
            List<Call> holders = java.util.stream.IntStream.range(0, FaultClient.POOL)
                    .mapToObj(i -> begin(() -> orm.transaction(tx -> {
                        create(tx, scope, "holder" + i);
                        taken.countDown();
                        try {
                            return enough.await(60, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })))
                    .toList();
            assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
            begin(() -> create(orm, scope, "late")).failed(Retry.SAFE);
            begin(twoRecords()).failed(Retry.SAFE);
            begin(read(scope)).failed(Retry.SAFE);
            enough.countDown();
            for (Call holder : holders) {
                assertThat(holder.failure()).isNull();
            }
            assertThat(stored()).isEqualTo(FaultClient.POOL);
        });
    }

    @Test
    void aServerThatIsKilledUndoesWhatWasNotCommitted() throws Exception {
        holds(Claim.KILLED_INSIDE, () -> {
            Call call = begin(() -> orm.transaction(tx -> {
                create(tx, scope, "a");
                server.kill();
                create(tx, scope, "b");
                return 0;
            }));
            call.failed(Retry.SAFE);
            server.restart();
            org.awaitility.Awaitility.await()
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(stored()).isZero());
        });
    }
}
