package dev.farminglabs.orm.driver.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.driver.redis.server.SetupLock;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.RedisServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;

/** Layouts written down, indexes built for records that are there, and a change of shape found out. */
class RedisSetupTest {

    /** One index. */
    static final class Before extends Model<Before> {
        public final IdField<String> id = id();
        public final StringField color = string();
        public final StringField size = string();

        Before() {
            super("things");
            index(color);
        }
    }

    /** Two indexes. */
    static final class After extends Model<After> {
        public final IdField<String> id = id();
        public final StringField color = string();
        public final StringField size = string();

        After() {
            super("things");
            index(color);
            index(size);
        }
    }

    /** No index: its records lie elsewhere. */
    static final class Plain extends Model<Plain> {
        public final IdField<String> id = id();
        public final StringField color = string();
        public final StringField size = string();

        Plain() {
            super("things");
        }
    }

    record NewThing(String color, String size) {}

    private final RedisBench bench = new RedisBench();
    private final Before before = new Before();
    private final After after = new After();
    private final Schema first = Schema.of("first", before);
    private final Schema second = Schema.of("second", after);

    @AfterEach
    void close() {
        bench.close();
    }

    private Setup setup(Schema schema) {
        return FarmOrm.client(schema, bench.driver).setup();
    }

    private void fiveHundred() {
        bench.client(first)
                .model(before)
                .createMany(IntStream.range(0, 500)
                        .mapToObj(i -> new NewThing("c" + i % 5, "s" + i % 10))
                        .toList());
    }

    @Test
    void aNewIndexIsBuiltAndOnlyThenUsed() {
        fiveHundred();
        OrmClient<Schema> grown = FarmOrm.client(second, bench.driver).connect();
        assertThat(grown.model(after).where(after.size.eq("s3")).count())
                .as("without the index, by looking at all")
                .isEqualTo(50);
        List<SetupStep> plan = setup(second).plan();
        assertThat(plan).singleElement().isInstanceOf(SetupStep.AddIndex.class);
        assertThat(setup(second).push()).isEqualTo(plan);
        assertThat(setup(second).plan()).isEmpty();
        assertThat(setup(second).drift()).isEmpty();
        OrmClient<Schema> fresh = FarmOrm.client(second, bench.driver).connect();
        fresh.model(after).where(after.size.eq("s3")).count();
        assertThat(bench.commands(() -> assertThat(
                                fresh.model(after).where(after.size.eq("s3")).count())
                        .isEqualTo(50)))
                .containsExactly("ZCOUNT");
    }

    @Test
    void aChangeOfShapeBreaks() {
        fiveHundred();
        Setup plain = setup(Schema.of("plain", new Plain()));
        assertThat(plain.drift()).anyMatch(Difference::breaking);
        Throwable thrown = catchThrowable(plain::validate);
        assertThat(thrown).isInstanceOf(OrmError.class).hasMessageContaining("table things");
        assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.INVALID_SCHEMA);
    }

    @Test
    void aChangeOfShapeLosesNoRecords() {
        fiveHundred();
        Plain other = new Plain();
        Schema plain = Schema.of("plain", other);
        OrmClient<Schema> client = FarmOrm.client(plain, bench.driver).connect();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> setup(plain).push(),
                () -> client.model(other).findMany(),
                () -> client.model(other).create(other.color.set("c"), other.size.set("s")))) {
            Throwable thrown = catchThrowable(call);
            assertThat(thrown).isInstanceOf(OrmError.class).hasMessageContaining("Records of plain");
            assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.INVALID_SCHEMA);
        }
        assertThat(bench.client(first).model(before).count()).isEqualTo(500);
    }

    @Test
    void aPusherThatDiedHoldsNobodyUp() {
        bench.driver.commands().lock(lockKey(), "dead", 500);
        assertThat(setup(first).push()).isNotEmpty();
    }

    @Test
    void aSlowPusherKeepsItsLock() {
        SetupLock slow = lock(Duration.ofMillis(1500));
        SetupLock other = lock(Duration.ofMillis(100));
        slow.exclusively(() -> {
            Instant end = Instant.now().plusMillis(2000);
            await().pollInSameThread().pollInterval(Duration.ofMillis(20)).until(() -> {
                slow.renew();
                return Instant.now().isAfter(end);
            });
            Throwable thrown = inAnotherThread(() -> other.exclusively(() -> 0));
            assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.LOCK_TIMEOUT);
            return 0;
        });
        assertThat(other.exclusively(() -> 7)).isEqualTo(7);
    }

    @Test
    void aPusherThatLostItsLockFindsOut() {
        SetupLock slow = lock(Duration.ofMillis(300));
        Throwable thrown = catchThrowable(() -> slow.exclusively(() -> {
            await().pollInSameThread().until(() -> bench.driver.commands().lock(lockKey(), "other", 5000));
            slow.renew();
            return 0;
        }));
        assertThat(thrown).isInstanceOf(OrmError.class).hasMessageContaining("push again");
        assertThat(bench.driver.commands().values(List.of(lockKey())))
                .as("another one's lock is left alone")
                .containsExactly("other");
    }

    @Test
    void aLockThatCannotBeGivenBackDoesNotHideWhyTheSetupFailed() {
        Throwable thrown = catchThrowable(() -> lock(Duration.ofSeconds(30)).exclusively(() -> {
            try (RedisConnection connection = bench.connections.getConnection()) {
                connection.keyCommands().del(lockKey().getBytes(StandardCharsets.UTF_8));
            }
            bench.driver.commands().putCell(lockKey(), "no", "text");
            throw new IllegalStateException("why");
        }));
        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("why");
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(OrmError.class);
    }

    /** Lettuce ends every command of an interrupted thread; Jedis does not notice. */
    @Test
    void anInterruptedWaitForTheLockEnds() {
        JedisConnectionFactory jedis = RedisServers.get().jedis();
        RedisDriver driver = new RedisDriver(jedis, RedisOptions.DEFAULT.withKeyPrefix(bench.prefix));
        driver.commands().lock(lockKey(), "other", 60_000);
        Instant from = Instant.now();
        Thread.currentThread().interrupt();
        Throwable thrown =
                catchThrowable(() -> FarmOrm.client(first, driver).setup().push());
        assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
        assertThat(((OrmError) thrown).code()).isEqualTo(OrmErrorCode.LOCK_TIMEOUT);
        assertThat(from).isAfter(Instant.now().minusSeconds(20));
        jedis.destroy();
    }

    private String lockKey() {
        return "{" + bench.prefix + "setup}:lock";
    }

    private SetupLock lock(Duration lease) {
        return new SetupLock(bench.driver.commands(), lockKey(), lease);
    }

    private static Throwable inAnotherThread(ThrowingCallable call) {
        return CompletableFuture.supplyAsync(() -> catchThrowable(call)).join();
    }

    @Test
    void eightMayPushAtOnce() throws Exception {
        fiveHundred();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> push = () -> setup(second).push().size();
            List<Integer> added = new ArrayList<>();
            for (Future<Integer> future :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> push).toList())) {
                added.add(future.get());
            }
            assertThat(added.stream().filter(size -> size > 0)).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(setup(second).plan()).isEmpty();
        assertThat(bench.keys()).noneMatch(key -> key.endsWith(":lock"));
    }
}
