package dev.farminglabs.orm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.faults.FaultProxy.Cut;
import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.tck.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Single calls while the way to the server breaks. */
@ParameterizedClass
@EnumSource(FaultStore.class)
class FaultsTest extends UnderFire {

    FaultsTest(FaultStore store) {
        super(store);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, BEFORE_SEND, 0", "CREATE, AFTER_SEND, 1", "CREATE, MID_REPLY, 1",
        "CREATE_MANY, BEFORE_SEND, 0", "CREATE_MANY, AFTER_SEND, 1", "CREATE_MANY, MID_REPLY, 1",
        "UPDATE, BEFORE_SEND, 0", "UPDATE, AFTER_SEND, 1", "UPDATE, MID_REPLY, 1",
        "UPSERT, BEFORE_SEND, 0", "UPSERT, AFTER_SEND, 1", "UPSERT, MID_REPLY, 1",
        "DELETE, BEFORE_SEND, 0", "DELETE, AFTER_SEND, 1", "DELETE, MID_REPLY, 1"
    })
    void aWriteThatIsCutMayHaveHappened(Verb verb, Cut cut, long times) throws Exception {
        writes(Claim.valueOf("WRITE_CUT_" + cut), () -> {
            String scope = fresh();
            verb.prepare(direct, scope);
            proxy.cut(cut, store.writes());
            begin(() -> verb.call(orm, scope)).failed(Retry.OUTCOME_UNKNOWN);
            assertThat(proxy.sprung()).isEqualTo(1);
            assertThat(verb.happened(direct, scope)).isEqualTo(times);
        });
    }

    /** One kind of write of a claim that is about all of them. */
    private void writes(Claim claim, Figures.Check test) throws Exception {
        cell(claim, Verb.values().length, "kinds of writes", test);
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void aReadThatIsCutIsSafeToRepeat(Cut cut) throws Exception {
        cell(Claim.READ_CUT, Cut.values().length, "cuts", () -> {
            String scope = fresh();
            Verb.CREATE.call(direct, scope);
            proxy.cut(cut, store.reads());
            OrmError error = begin(
                            () -> assertThat(Verb.CREATE.happened(orm, scope)).isEqualTo(1))
                    .failure();
            assertThat(proxy.sprung()).isEqualTo(1);
            if (error != null) { // a client that asks again by itself may have the answer
                assertThat(error.code()).isIn(OrmErrorCode.CONNECTION_FAILED, OrmErrorCode.TIMEOUT);
                assertThat(error.retry()).isEqualTo(Retry.SAFE);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void aWriteIntoSilenceEndsInTime(Verb verb) throws Exception {
        writes(Claim.WRITE_INTO_SILENCE, () -> {
            String scope = fresh();
            verb.prepare(direct, scope);
            proxy.silence();
            OrmError error = begin(() -> verb.call(orm, scope)).failure();
            assertThat(error).isNotNull();
            truthful(verb, scope, error);
            proxy.heal();
            assertThat(verb.happened(direct, scope)).isZero();
        });
    }

    @Test
    void aReadIntoSilenceEndsInTime() throws Exception {
        holds(Claim.READ_INTO_SILENCE, () -> {
            proxy.silence();
            begin(read(fresh())).failed(Retry.SAFE);
        });
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void anAnswerThatComesLateIsAnAnswer(Verb verb) throws Exception {
        writes(Claim.LATE_ANSWER, () -> {
            String scope = fresh();
            verb.prepare(direct, scope);
            proxy.hold();
            Call call = begin(() -> verb.call(orm, scope));
            await().until(() -> proxy.held() > 0);
            proxy.heal();
            truthful(verb, scope, call.failure());
        });
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void bytesThatComeOneByOneAreAnAnswer(Verb verb) throws Exception {
        writes(Claim.SLICES, () -> {
            String scope = fresh();
            verb.prepare(direct, scope);
            proxy.slice(1);
            assertThat(begin(() -> verb.call(orm, scope)).failure()).isNull();
            assertThat(verb.happened(direct, scope)).isEqualTo(1);
            assertThat(begin(read(scope)).failure()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void connectionsThatWereCutWhileIdleDoNotLie(Verb verb) throws Exception {
        writes(Claim.CUT_WHILE_IDLE, () -> {
            String scope = fresh();
            verb.prepare(direct, scope);
            proxy.cutAll();
            truthful(verb, scope, begin(() -> verb.call(orm, scope)).failure());
        });
    }

    /** A client that never had a connection knows that nothing was sent; one that lost its own may not. */
    @ParameterizedTest
    @EnumSource(Verb.class)
    void aServerThatRefusesHasDoneNothing(Verb verb) throws Exception {
        writes(Claim.REFUSAL, () -> {
            String scope = fresh();
            verb.prepare(direct, scope);
            proxy.refuse();
            OrmError error = begin(() -> verb.call(orm, scope)).failure();
            assertThat(error).isNotNull();
            truthful(verb, scope, error);
            assertThat(verb.happened(direct, scope)).isZero();
            proxy.heal();
            assertThat(verb.happened(direct, scope)).isZero();
        });
    }

    @Test
    void aServerThatWasNeverThereIsSafe() throws Exception {
        holds(Claim.NEVER_THERE, () -> {
            FaultProxy other = new FaultProxy(server.port());
            other.refuse();
            try (FaultClient client = store.connect(other.port())) {
                OrmClient<Samples> late =
                        FarmOrm.client(new Samples(), client.store()).connect();
                begin(() -> Verb.CREATE.call(late, fresh())).failed(Retry.SAFE);
            }
        });
    }

    @Test
    void whatWasConfirmedOutlivesTheServer() throws Exception {
        holds(Claim.KILLED, () -> {
            String before = fresh();
            Verb.CREATE.call(orm, before);
            String during = fresh();
            proxy.hold();
            Call write = begin(() -> Verb.CREATE.call(orm, during));
            await().until(() -> proxy.held() > 0); // it is done, and the client does not know
            server.kill();
            proxy.heal();
            OrmError error = write.failure();
            String after = fresh();
            OrmError refused = begin(() -> Verb.CREATE.call(orm, after)).failure();
            server.restart();
            assertThat(refused).isNotNull();
            await().ignoreExceptions().until(() -> Verb.CREATE.happened(direct, before) == 1);
            truthful(Verb.CREATE, during, error);
            assertThat(Verb.CREATE.happened(direct, during)).isEqualTo(1);
            truthful(Verb.CREATE, after, refused);
        });
    }
}
