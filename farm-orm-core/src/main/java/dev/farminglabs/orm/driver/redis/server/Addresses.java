package dev.farminglabs.orm.driver.redis.server;

import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Where the servers of a connection factory are, from its settings. Opens no connection. */
final class Addresses {

    /** One address for each server; of sentinels theirs, for who is master is only known to them. */
    static List<String> of(RedisConnectionFactory connections) {
        if (connections instanceof LettuceConnectionFactory lettuce) {
            return of(lettuce);
        }
        return connections instanceof JedisConnectionFactory jedis ? of(jedis) : List.of();
    }

    private static List<String> of(LettuceConnectionFactory lettuce) {
        RedisClusterConfiguration cluster = lettuce.getClusterConfiguration();
        RedisSentinelConfiguration sentinels = lettuce.getSentinelConfiguration();
        var socket = lettuce.getSocketConfiguration();
        if (cluster != null) {
            return nodes("redis://", cluster.getClusterNodes(), "");
        }
        if (sentinels != null) {
            return nodes("redis-sentinel://", sentinels.getSentinels(), "/" + lettuce.getDatabase());
        }
        return List.of(
                socket != null
                        ? "redis-socket://" + socket.getSocket()
                        : server(lettuce.getHostName(), lettuce.getPort(), lettuce.getDatabase()));
    }

    private static List<String> of(JedisConnectionFactory jedis) {
        RedisClusterConfiguration cluster = jedis.getClusterConfiguration();
        RedisSentinelConfiguration sentinels = jedis.getSentinelConfiguration();
        if (cluster != null) {
            return nodes("redis://", cluster.getClusterNodes(), "");
        }
        return sentinels != null
                ? nodes("redis-sentinel://", sentinels.getSentinels(), "/" + jedis.getDatabase())
                : List.of(server(jedis.getHostName(), jedis.getPort(), jedis.getDatabase()));
    }

    private static List<String> nodes(String kind, Iterable<? extends RedisNode> nodes, String database) {
        List<String> found = new ArrayList<>();
        nodes.forEach(node -> found.add(kind + node.getHost() + ":" + node.getPort() + database));
        return List.copyOf(found);
    }

    private static String server(String host, int port, int database) {
        return "redis://" + host + ":" + port + "/" + database;
    }

    private Addresses() {}
}
