package dev.farminglabs.orm.faults;

import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figure;
import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.tck.Samples;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client that goes through a proxy, and one that goes straight to the server and sees what has really happened. */
abstract class UnderFire {

    /**
     * No single call may take longer than a few times what the clients are told to wait: it may wait for a connection, for an
     * answer, and for one that is asked again.
     */
    private static final Duration LIMIT = FaultClient.PATIENCE.multipliedBy(5);

    /** Until when a call works again once the way does; clients wait ever longer between two attempts to connect. */
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    /** A call under way. */
    record Call(CompletableFuture<Void> done) {

        /** What it failed with, or null when it was reported as done. Ends within its time in either case. */
        @Nullable
        OrmError failure() throws Exception {
            try {
                done.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                return null;
            } catch (ExecutionException e) {
                return OrmError.in(e.getCause()).orElseThrow(() -> new AssertionError("no OrmError", e.getCause()));
            }
        }

        /** It failed because of the way to the server, with that advice. */
        void failed(Retry advice) throws Exception {
            OrmError error = failure();
            assertThat(error).as("the failure").isNotNull();
            assertThat(error.code()).as(error.toString()).isIn(OrmErrorCode.CONNECTION_FAILED, OrmErrorCode.TIMEOUT);
            assertThat(error.retry()).as(error.toString()).isEqualTo(advice);
        }
    }

    final FaultStore store;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    FaultServer server;
    FaultProxy proxy;
    FaultClient faulty;

    /** Through the proxy. */
    OrmClient<Samples> orm;

    /** Straight to the server. */
    OrmClient<Samples> direct;

    UnderFire(FaultStore store) {
        this.store = store;
    }

    @BeforeEach
    void connect() {
        server = store.server();
        direct = store.direct();
        proxy = new FaultProxy(server.port());
        faulty = store.connect(proxy.port());
        orm = FarmOrm.client(new Samples(), faulty.store()).connect();
        Verb.UPSERT.call(orm, fresh()); // the dialect is known then
    }

    /** A test of a claim that holds or does not. */
    void holds(Claim claim, Figures.Check test) throws Exception {
        figures(claim).target("holds").gives(() -> {
            test.run();
            return "holds";
        });
    }

    /** One of so many tests of a claim. */
    void cell(Claim claim, int of, String what, Figures.Check test) throws Exception {
        figures(claim).each(of, what, test);
    }

    private Figures figures(Claim claim) {
        return Figures.about(claim).on(store.title(), Figure.Kind.REAL);
    }

    @AfterEach
    void nothingLeaksAndTheNextCallWorks() throws Exception {
        figures(Claim.NO_LEAK).each(0, "tests", () -> {
            proxy.heal();
            await().atMost(RECOVERY).ignoreExceptions().untilAsserted(() -> Verb.UPSERT.call(orm, fresh()));
            await().untilAsserted(() ->
                    assertThat(proxy.open()).as("connections through the proxy").isLessThanOrEqualTo(FaultClient.POOL));
            assertThat(faulty.busy().getAsInt())
                    .as("connections out of the pool")
                    .isZero();
        });
        faulty.close();
        proxy.close();
        threads.shutdownNow();
    }

    /** A scope that nobody else uses. */
    static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** Begins a call. */
    Call begin(Runnable call) {
        return new Call(CompletableFuture.runAsync(call, threads));
    }

    /** A read of everything in a scope. */
    Runnable read(String scope) {
        return () -> orm.model(COUNTER).where(COUNTER.key.is(scope, "a")).findUnique();
    }

    /** How often it has really happened is what was reported about it. */
    void truthful(Verb verb, String scope, @Nullable OrmError error) {
        long happened = verb.happened(direct, scope);
        String reported = error == null ? "done" : error.retry() + " " + error;
        if (error == null) {
            assertThat(happened).as(reported).isEqualTo(1);
        } else if (error.retry() == Retry.OUTCOME_UNKNOWN) {
            assertThat(happened).as(reported).isIn(0L, 1L);
        } else {
            assertThat(happened).as(reported).isZero();
        }
    }
}
