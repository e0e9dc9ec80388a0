package dev.farminglabs.orm.driver.redis;

import static com.acme.platform.FastState.CACHE_ENTRY;
import static com.acme.platform.FastState.RATE_LIMIT_BUCKET;
import static dev.farminglabs.orm.driver.redis.Shop.ORDER;
import static dev.farminglabs.orm.driver.redis.Shop.VOUCHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.acme.platform.FastState;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.tck.RedisServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.RedisServer;

/** What goes wrong at the server or on the way, said the same with both client libraries. */
class RedisFailuresTest {

    private static final Duration PATIENCE = Duration.ofMillis(400);

    enum Library {
        LETTUCE,
        JEDIS;

        RedisConnectionFactory connect(int port) {
            RedisStandaloneConfiguration server = new RedisStandaloneConfiguration("127.0.0.1", port);
            if (this == LETTUCE) {
                LettuceConnectionFactory factory = new LettuceConnectionFactory(
                        server,
                        LettuceClientConfiguration.builder()
                                .commandTimeout(PATIENCE)
                                .build());
                factory.afterPropertiesSet();
                factory.start();
                return factory;
            }
            JedisConnectionFactory factory = new JedisConnectionFactory(
                    server,
                    JedisClientConfiguration.builder()
                            .readTimeout(PATIENCE)
                            .connectTimeout(PATIENCE)
                            .build());
            factory.afterPropertiesSet();
            factory.start();
            return factory;
        }
    }

    private RedisServer server;
    private RedisConnectionFactory connections;
    private RedisConnectionFactory other;
    private OrmClient<FastState> fast;

    @BeforeEach
    void start() {
        server = RedisServers.start();
    }

    @AfterEach
    void stop() throws Exception {
        ((DisposableBean) connections).destroy();
        ((DisposableBean) other).destroy();
        server.stop();
    }

    private void connect(Library library) {
        int port = server.ports().get(0);
        connections = library.connect(port);
        other = Library.LETTUCE.connect(port);
        fast = FarmOrm.client(new FastState(), connections).connect();
    }

    private void write() {
        fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is("n", "secret"))
                .upsert(u -> u.create(CACHE_ENTRY.value.set(Map.of("v", 1))));
    }

    private void read() {
        fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is("n", "secret"))
                .findUnique();
    }

    private void command(String name, String... arguments) {
        byte[][] raw = List.of(arguments).stream()
                .map(argument -> argument.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        try (RedisConnection connection = other.getConnection()) {
            connection.execute(name, raw);
        }
    }

    private static OrmError failure(OrmErrorCode code, Retry retry, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(OrmError.class);
        OrmError error = (OrmError) thrown;
        assertThat(error.code()).as(thrown.toString()).isEqualTo(code);
        assertThat(error.retry()).as(thrown.toString()).isEqualTo(retry);
        assertThat(error.store()).isEqualTo("redis");
        assertThat(thrown.getMessage()).doesNotContain("secret");
        return error;
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void scriptsAreSentAgainWhenTheServerHasForgottenThem(Library library) {
        connect(library);
        write();
        command("SCRIPT", "FLUSH");
        write();
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void aFullServerHasDoneNothing(Library library) {
        connect(library);
        command("CONFIG", "SET", "maxmemory", "1");
        failure(OrmErrorCode.CONNECTION_FAILED, Retry.SAFE, this::write);
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void aReplicaHasDoneNothing(Library library) {
        connect(library);
        command("REPLICAOF", "127.0.0.1", "1");
        failure(OrmErrorCode.CONNECTION_FAILED, Retry.SAFE, this::write);
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void aKeyThatHoldsSomethingElseIsNamedAsSuch(Library library) {
        connect(library);
        write();
        try (RedisConnection connection = other.getConnection()) {
            connection
                    .keyCommands()
                    .keys("farm:*".getBytes(StandardCharsets.UTF_8))
                    .forEach(key -> {
                        connection.keyCommands().del(key);
                        connection.stringCommands().set(key, new byte[] {1});
                    });
        }
        failure(OrmErrorCode.INVALID_SCHEMA, Retry.NEVER, this::read);
        failure(OrmErrorCode.INVALID_SCHEMA, Retry.NEVER, this::write);
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void anAnswerThatDoesNotComeLeavesAWriteUnknown(Library library) {
        connect(library);
        write();
        command("CLIENT", "PAUSE", "1500");
        failure(OrmErrorCode.TIMEOUT, Retry.OUTCOME_UNKNOWN, this::write);
        failure(OrmErrorCode.TIMEOUT, Retry.SAFE, this::read);
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void aServerThatIsNotThereHasDoneNothing(Library library) throws IOException {
        connect(library);
        server.stop();
        failure(OrmErrorCode.CONNECTION_FAILED, Retry.SAFE, this::write);
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void anEvictedRecordDoesNotKeepItsValues(Library library) {
        connect(library);
        OrmClient<Shop> shop = FarmOrm.client(new Shop(), connections).connect();
        shop.model(ORDER).create(ORDER.number.set("n"), ORDER.customer.set("c"), ORDER.total.set(1));
        try (RedisConnection connection = other.getConnection()) {
            connection
                    .keyCommands()
                    .keys("{farm:orders}:r:*".getBytes(StandardCharsets.UTF_8))
                    .forEach(connection.keyCommands()::del);
        }
        shop.model(ORDER).create(ORDER.number.set("n"), ORDER.customer.set("d"), ORDER.total.set(2));
        assertThat(shop.model(ORDER).where(ORDER.number.eq("n")).findValues(ORDER.customer))
                .containsExactly("d");
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void aWriteWhoseAnswerIsLostIsDoneOnce(Library library) throws Exception {
        connect(library);
        try (CuttingProxy proxy = new CuttingProxy(server.ports().get(0))) {
            RedisConnectionFactory cut = library.connect(proxy.port());
            OrmClient<FastState> through = FarmOrm.client(new FastState(), cut).connect();
            consume(through);
            consume(through);
            proxy.cutNextAnswer();
            failure(OrmErrorCode.CONNECTION_FAILED, Retry.OUTCOME_UNKNOWN, () -> consume(through));
            await().untilAsserted(() -> assertThat(remaining(through)).isEqualTo(97));
            consume(through);
            assertThat(remaining(through)).as("nothing was sent twice").isEqualTo(96);
            ((DisposableBean) cut).destroy();
        }
    }

    /** Lettuce asked again, and added the second answer to what it had of the first. */
    @ParameterizedTest
    @EnumSource(Library.class)
    void aReadWhoseAnswerStopsHalfWayIsNotMixedWithTheNext(Library library) throws Exception {
        connect(library);
        try (CuttingProxy proxy = new CuttingProxy(server.ports().get(0))) {
            RedisConnectionFactory cut = library.connect(proxy.port());
            OrmClient<Shop> shop = FarmOrm.client(new Shop(), cut).connect();
            for (int i = 0; i < 20; i++) {
                shop.model(ORDER).create(ORDER.number.set("n" + i), ORDER.customer.set("c"), ORDER.total.set(i));
                shop.model(VOUCHER).create(VOUCHER.text.set("v" + i));
            }
            halved(proxy, () -> shop.model(ORDER).where(ORDER.customer.eq("c")).findMany());
            halved(proxy, () -> shop.model(ORDER).where(ORDER.total.gte(0)).findMany());
            halved(proxy, () -> shop.model(VOUCHER).findMany());
            ((DisposableBean) cut).destroy();
        }
    }

    /** Either the client asked again by itself, or it may. */
    private static void halved(CuttingProxy proxy, Supplier<List<?>> read) {
        await().ignoreExceptions().until(() -> read.get().size() == 20);
        proxy.halveNextAnswer();
        List<List<?>> found = new ArrayList<>();
        Throwable thrown = catchThrowable(() -> found.add(read.get()));
        if (thrown == null) {
            assertThat(found.get(0)).hasSize(20);
        } else {
            failure(OrmErrorCode.CONNECTION_FAILED, Retry.SAFE, () -> {
                throw thrown;
            });
        }
    }

    /** Jedis sends into a connection of its pool before it finds out that it is broken. */
    @Test
    void whatLettuceNeverSentHasDoneNothing() throws IOException {
        connect(Library.LETTUCE);
        write();
        server.stop();
        // Until it sees that the connection is gone, it sends into it.
        await().untilAsserted(() -> failure(OrmErrorCode.CONNECTION_FAILED, Retry.SAFE, this::write));
        failure(OrmErrorCode.CONNECTION_FAILED, Retry.SAFE, this::write);
    }

    private static void consume(OrmClient<FastState> client) {
        client.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is("s", "i"))
                .upsert(u -> u.create(
                                RATE_LIMIT_BUCKET.remaining.set(99),
                                RATE_LIMIT_BUCKET.resetAt.set(Instant.now().plusSeconds(3600)))
                        .update(RATE_LIMIT_BUCKET.remaining.decrement(1)));
    }

    private static int remaining(OrmClient<FastState> client) {
        return client.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is("s", "i"))
                .findUnique()
                .orElseThrow()
                .get(RATE_LIMIT_BUCKET.remaining);
    }
}
