package dev.farminglabs.orm.tck;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.RedisServer;

/** A Redis cluster of three masters, each a process, started once for this JVM and stopped with it. */
public final class RedisCluster {

    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;

    private static final RedisCluster CLUSTER = new RedisCluster();

    private final List<String> nodes;

    /** The cluster. */
    public static RedisCluster get() {
        return CLUSTER;
    }

    private RedisCluster() {
        List<Integer> ports =
                IntStream.range(0, MASTERS).mapToObj(i -> startNode()).toList();
        this.nodes = ports.stream().map(port -> "127.0.0.1:" + port).toList();
        RedisClient client = RedisClient.create();
        try {
            List<RedisCommands<String, String>> masters = new ArrayList<>();
            for (int port : ports) {
                StatefulRedisConnection<String, String> connection = client.connect(RedisURI.create("127.0.0.1", port));
                masters.add(connection.sync());
            }
            form(masters, ports);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    private static int startNode() {
        try {
            Path directory = Files.createTempDirectory("redis-cluster");
            directory.toFile().deleteOnExit();
            RedisServer server = RedisServers.start(
                    RedisServers.freePort(port -> port < 55_000 && RedisServers.free(port + 10_000)),
                    "cluster-enabled yes",
                    "dir " + directory);
            return server.ports().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives each master its third of the slots, and makes them known to each other. */
    private static void form(List<RedisCommands<String, String>> masters, List<Integer> ports) {
        for (int i = 0; i < MASTERS; i++) {
            int from = i * SLOTS / MASTERS;
            masters.get(i).clusterSetConfigEpoch(i + 1);
            masters.get(i)
                    .clusterAddSlots(
                            IntStream.range(from, (i + 1) * SLOTS / MASTERS).toArray());
            if (i > 0) {
                masters.get(i).clusterMeet("127.0.0.1", ports.get(0));
            }
        }
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> masters.stream().allMatch(master -> ready(master.clusterInfo())));
    }

    private static boolean ready(String info) {
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + MASTERS);
    }

    private RedisClusterConfiguration configuration() {
        return new RedisClusterConfiguration(nodes);
    }

    /** Started connections over Lettuce. */
    public LettuceConnectionFactory lettuce() {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(configuration());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** Started connections over Jedis, pooled. */
    public JedisConnectionFactory jedis() {
        JedisConnectionFactory factory = new JedisConnectionFactory(configuration());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }
}
