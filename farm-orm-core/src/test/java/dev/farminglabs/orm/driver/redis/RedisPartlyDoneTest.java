package dev.farminglabs.orm.driver.redis;

import static com.acme.platform.FastState.CACHE_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.acme.platform.FastState;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.tck.RedisCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Calls that a cluster does record by record, one of its masters being full. */
class RedisPartlyDoneTest {

    record NewEntry(String namespace, String key, Map<String, Object> value) {}

    private final LettuceConnectionFactory connections = RedisCluster.get().lettuce();
    private final OrmClient<FastState> fast = FarmOrm.client(
                    new FastState(),
                    new RedisDriver(connections, RedisOptions.DEFAULT.withKeyPrefix(UUID.randomUUID() + ":")))
            .connect();

    /** The keys of a record on the full master, and of one on another. */
    private String refused = "";

    private String taken = "";

    @BeforeEach
    void oneMasterIsFull() {
        memory("1");
        List<String> there = new ArrayList<>();
        for (int i = 0; refused.isEmpty() || there.isEmpty(); i++) {
            String key = "k" + i;
            if (catchThrowable(() -> entries(key)) == null) {
                there.add(key);
            } else {
                refused = key;
            }
        }
        taken = there.get(0);
        fast.model(CACHE_ENTRY).where(CACHE_ENTRY.namespaceKey.is("n", taken)).delete();
    }

    @AfterEach
    void close() {
        memory("0");
        connections.destroy();
    }

    /** What the first master may hold; 0 for any amount. */
    private void memory(String bytes) {
        try (RedisClusterConnection cluster = connections.getClusterConnection()) {
            List<RedisClusterNode> masters = new ArrayList<>();
            cluster.clusterCommands().clusterGetNodes().forEach(masters::add);
            masters.sort((a, b) -> Integer.compare(a.getRequiredPort(), b.getRequiredPort()));
            cluster.serverCommands().setConfig(masters.get(0), "maxmemory", bytes);
        }
    }

    private void entries(String... keys) {
        fast.model(CACHE_ENTRY)
                .createMany(List.of(keys).stream()
                        .map(key -> new NewEntry("n", key, Map.of()))
                        .toList());
    }

    private void change(String... keys) {
        fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespace.eq("n"), CACHE_ENTRY.key.in(keys))
                .updateMany(CACHE_ENTRY.value.set(Map.of("changed", 1)));
    }

    private void failsWith(Retry retry, ThrowingCallable call) {
        OrmError error = OrmError.in(catchThrowable(call)).orElseThrow();
        assertThat(error.code()).isEqualTo(OrmErrorCode.CONNECTION_FAILED);
        assertThat(error.retry()).isEqualTo(retry);
    }

    private boolean there(String key) {
        return fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is("n", key))
                .findUnique()
                .isPresent();
    }

    @Test
    void aCreationThatIsRefusedFirstMayBeMadeAgain() {
        failsWith(Retry.SAFE, () -> entries(refused, taken));
        assertThat(there(taken)).isFalse();
    }

    @Test
    void aCreationThatIsRefusedLaterMayNot() {
        failsWith(Retry.OUTCOME_UNKNOWN, () -> entries(taken, refused));
        assertThat(there(taken)).isTrue();
    }

    @Test
    void aChangeThatIsRefusedLaterMayNot() {
        memory("0");
        entries(taken, refused);
        memory("1");
        failsWith(Retry.SAFE, () -> change(refused, taken));
        failsWith(Retry.OUTCOME_UNKNOWN, () -> change(taken, refused));
    }
}
