package dev.farminglabs.orm.driver.redis;

import static com.acme.platform.FastState.RATE_LIMIT_BUCKET;
import static com.acme.platform.FastState.SESSION_STATE;
import static dev.farminglabs.orm.driver.redis.Shop.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.acme.platform.FastState;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads on one record. */
class RedisRacesTest {

    private static final Instant LATER = Instant.now().plusSeconds(3600);

    private final RedisBench bench = new RedisBench();
    private final OrmClient<FastState> fast = bench.client(new FastState());
    private final OrmClient<Shop> shop = bench.client(new Shop());

    @AfterEach
    void close() {
        bench.close();
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(() -> {
                    start.countDown();
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(120, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean consume(int limit) {
        return fast.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is("s", "i"))
                .upsert(u -> u.create(RATE_LIMIT_BUCKET.remaining.set(limit - 1), RATE_LIMIT_BUCKET.resetAt.set(LATER))
                        .update(RATE_LIMIT_BUCKET.remaining.decrement(1))
                        .when(RATE_LIMIT_BUCKET.remaining.gt(0)))
                .applied();
    }

    private int consumed(int threads, int times, int limit) throws Exception {
        return together(threads, () -> {
                    int granted = 0;
                    for (int i = 0; i < times; i++) {
                        granted += consume(limit) ? 1 : 0;
                    }
                    return granted;
                })
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int remaining() {
        return fast.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is("s", "i"))
                .findUnique()
                .orElseThrow()
                .get(RATE_LIMIT_BUCKET.remaining);
    }

    @Test
    void noneOfEightThousandConsumesIsLost() throws Exception {
        assertThat(consumed(16, 500, 10_000)).isEqualTo(8000);
        assertThat(remaining()).isEqualTo(2000);
    }

    @Test
    void exactlyTheLimitIsGranted() throws Exception {
        assertThat(consumed(16, 500, 100)).isEqualTo(100);
        assertThat(remaining()).isZero();
    }

    @Test
    void manyUpsertsOfOneTokenMakeOneRecord() throws Exception {
        together(
                64,
                () -> fast.model(SESSION_STATE)
                        .where(SESSION_STATE.sessionToken.eq("token"))
                        .upsert(u -> u.create(
                                        SESSION_STATE.userId.set("u"),
                                        SESSION_STATE.workspaceId.set("w"),
                                        SESSION_STATE.state.set(Map.of()),
                                        SESSION_STATE.expiresAt.set(LATER))
                                .update(SESSION_STATE.userId.set("v"))));
        assertThat(bench.keys()).hasSize(1);
    }

    @Test
    void oneOfManyCreatorsOfACoLocatedKeyWins() throws Exception {
        long created = together(
                        64,
                        () -> shop.model(ORDER)
                                .where(ORDER.number.eq("n"))
                                .createIfAbsent(ORDER.customer.set("c"), ORDER.total.set(1)))
                .stream()
                .filter(won -> won)
                .count();
        assertThat(created).isEqualTo(1);
        assertThat(shop.model(ORDER).count()).isEqualTo(1);
    }

    @Test
    void whoeverIsInterruptedDoesNotGoOnTrying() {
        AtomicInteger tries = new AtomicInteger();
        Attempts attempts = new Attempts(
                new Shop().definition(PhysicalNaming.DEFAULT).models().get(0));
        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(() -> attempts.until(() -> {
            tries.incrementAndGet();
            return null;
        }));
        assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
        assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.TRANSACTION_CONFLICT);
        assertThat(tries).hasValue(1);
    }

    @Test
    void anIndexFollowsARecordThatManyMove() throws Exception {
        shop.model(ORDER).create(ORDER.number.set("n"), ORDER.customer.set("c"), ORDER.total.set(0));
        together(8, () -> {
            for (int i = 0; i < 10; i++) {
                shop.model(ORDER).where(ORDER.number.eq("n")).update(ORDER.total.increment(1));
            }
            return 0;
        });
        assertThat(shop.model(ORDER).where(ORDER.total.eq(80)).count()).isEqualTo(1);
        assertThat(shop.model(ORDER).where(ORDER.total.lt(80)).count()).isZero();
    }
}
