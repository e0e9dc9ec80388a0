package dev.farminglabs.orm.driver.redis;

import static com.acme.platform.FastState.CACHE_ENTRY;
import static com.acme.platform.FastState.SESSION_STATE;
import static dev.farminglabs.orm.driver.redis.Shop.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.platform.FastState;
import dev.farminglabs.orm.OrmClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server removes what is past its time, and nothing is left beside it. */
class RedisExpiryTest {

    record NewSession(
            String sessionToken, String userId, String workspaceId, Map<String, Object> state, Instant expiresAt) {}

    record NewOrder(String number, String customer, int total, Instant expiresAt) {}

    private final RedisBench bench = new RedisBench();
    private final OrmClient<FastState> fast = bench.client(new FastState());
    private final OrmClient<Shop> shop = bench.client(new Shop());

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void nothingIsLeftOfAThousandSessions() {
        Instant soon = Instant.now().plusMillis(1500);
        fast.model(SESSION_STATE)
                .createMany(IntStream.range(0, 1000)
                        .mapToObj(i -> new NewSession("t" + i, "u", "w", Map.of("i", i), soon))
                        .toList());
        assertThat(bench.keys()).hasSize(1000);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bench.keys()).isEmpty());
    }

    @Test
    void nothingIsLeftOfAThousandRecordsWithIndexes() {
        Instant soon = Instant.now().plusMillis(2500);
        shop.model(ORDER)
                .createMany(IntStream.range(0, 1000)
                        .mapToObj(i -> new NewOrder("n" + i, "c" + i % 7, i % 13, soon.plusMillis(i % 100)))
                        .toList());
        assertThat(shop.model(ORDER).count()).isEqualTo(1000);
        assertThat(bench.keys()).hasSizeGreaterThan(2000);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bench.keys()).isEmpty());
    }

    @Test
    void theDeadLeaveTheIndexesOfTheLiving() {
        Instant soon = Instant.now().plusMillis(300);
        shop.model(ORDER).create(ORDER.number.set("stays"), ORDER.customer.set("c"), ORDER.total.set(1));
        shop.model(ORDER)
                .create(
                        ORDER.number.set("goes"),
                        ORDER.customer.set("c"),
                        ORDER.total.set(1),
                        ORDER.expiresAt.set(soon));
        await().until(() -> Instant.now().isAfter(soon.plusMillis(50)));
        assertThat(shop.model(ORDER).count()).isEqualTo(1);
        assertThat(shop.model(ORDER).where(ORDER.customer.eq("c")).count()).isEqualTo(1);
        assertThat(shop.model(ORDER).where(ORDER.total.eq(1)).count()).isEqualTo(1);
        shop.model(ORDER).create(ORDER.number.set("goes"), ORDER.customer.set("c"), ORDER.total.set(1));
        assertThat(shop.model(ORDER).where(ORDER.total.eq(1)).findValues(ORDER.number))
                .containsExactlyInAnyOrder("stays", "goes");
    }

    @Test
    void aRecordMayLoseItsTime() {
        fast.model(CACHE_ENTRY)
                .create(
                        CACHE_ENTRY.namespace.set("n"),
                        CACHE_ENTRY.key.set("k"),
                        CACHE_ENTRY.value.set(Map.of()),
                        CACHE_ENTRY.expiresAt.set(Instant.now().plusMillis(400)));
        fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is("n", "k"))
                .update(CACHE_ENTRY.expiresAt.setOrNull(null));
        Instant after = Instant.now().plusMillis(600);
        await().until(() -> Instant.now().isAfter(after));
        assertThat(fast.model(CACHE_ENTRY)
                        .where(CACHE_ENTRY.namespaceKey.is("n", "k"))
                        .findUnique())
                .isPresent();
    }
}
