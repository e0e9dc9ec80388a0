package dev.farminglabs.orm.driver.redis.server;

import dev.farminglabs.orm.driver.redis.server.Way.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.ClusterSlotHashUtil;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStringCommands;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.types.Expiration;

/**
 * The commands this driver sends, in text. Each takes a connection of the factory and gives it back; failures come out as the
 * library's exceptions. Thread-safe.
 */
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int SCAN_STEP = 500;

    private final RedisConnectionFactory connections;
    private final Way way;
    private volatile @Nullable Boolean cluster;

    /**
     * What was read.
     *
     * @param texts those under keys of their own, in turn, null where there is none
     * @param cells those of each hash in turn, null where there is none
     */
    public record Found(List<@Nullable String> texts, List<List<@Nullable String>> cells) {}

    /** Sends over connections of that factory; none is taken before the first command. */
    public Commands(RedisConnectionFactory connections) {
        this.connections = connections;
        this.way = connections instanceof LettuceConnectionFactory lettuce ? new LettuceWay(lettuce) : new SpringWay();
    }

    /** Whether the keys are spread over several servers. Spring's own factories know; of others a connection is asked. */
    public boolean cluster() {
        Boolean known = cluster;
        if (known == null) {
            known = askCluster();
            cluster = known;
        }
        return known;
    }

    private boolean askCluster() {
        if (connections instanceof LettuceConnectionFactory lettuce) {
            return lettuce.isClusterAware();
        }
        if (connections instanceof JedisConnectionFactory jedis) {
            return jedis.isRedisClusterAware();
        }
        return on(Kind.READ, RedisClusterConnection.class::isInstance);
    }

    /** Where the server is, or each of the servers. */
    public List<String> addresses() {
        return Addresses.of(connections);
    }

    /** Asks for a sign of life. */
    public void ping() {
        on(Kind.READ, RedisConnection::ping);
    }

    /** The slot of a key on a cluster; the same for all keys of one server. */
    public int slot(String key) {
        return cluster() ? ClusterSlotHashUtil.calculateSlot(key) : 0;
    }

    /** A script that changes something. */
    public List<@Nullable Object> write(Script script, List<String> keys, List<String> arguments) {
        CommandLog.script(script, keys, arguments);
        return on(Kind.WRITE, connection -> way.script(connection, Kind.WRITE, script, keys, arguments));
    }

    /** A script that changes nothing. */
    public List<@Nullable Object> read(Script script, List<String> keys, List<String> arguments) {
        CommandLog.script(script, keys, arguments);
        return on(Kind.READ, connection -> way.script(connection, Kind.READ, script, keys, arguments));
    }

    /** Reads the texts under some keys, and the same cells of some hashes, in one round trip or few. */
    public Found read(List<String> textKeys, List<String> hashKeys, Collection<String> fields) {
        CommandLog.keys("GET", textKeys);
        CommandLog.keys("HMGET", hashKeys);
        return on(Kind.READ, connection -> way.read(connection, textKeys, hashKeys, fields));
    }

    /** The texts under the keys, null where there is none. */
    public List<@Nullable String> values(Collection<String> keys) {
        CommandLog.keys("MGET", keys);
        return Text.all(on(Kind.READ, connection -> connection.stringCommands().mGet(Text.bytes(keys))));
    }

    /** The members of the sorted set whose score lies between the bounds. */
    public List<String> members(String key, String least, String most) {
        CommandLog.keys("ZRANGEBYSCORE", List.of(key));
        return on(Kind.READ, connection -> way.members(connection, key, least, most));
    }

    /** How many members of the sorted set have at least that score. */
    public long countMembers(String key, double least) {
        CommandLog.keys("ZCOUNT", List.of(key));
        Range<Double> range = Range.of(Range.Bound.inclusive(least), Range.Bound.unbounded());
        Long count = on(Kind.READ, connection -> connection.zSetCommands().zCount(Text.bytes(key), range));
        return count == null ? 0 : count;
    }

    /** What is made of the keys that meet the pattern, of a cluster master by master, each once and without nulls. */
    public <T> Set<T> scan(String pattern, Function<String, @Nullable T> each) {
        CommandLog.pattern("SCAN", pattern);
        ScanOptions options =
                ScanOptions.scanOptions().match(pattern).count(SCAN_STEP).build();
        return on(Kind.READ, connection -> {
            Set<T> found = new LinkedHashSet<>();
            if (connection instanceof RedisClusterConnection cluster) {
                for (RedisClusterNode node : cluster.clusterCommands().clusterGetNodes()) {
                    if (node.isMaster() && !node.getSlotRange().getSlots().isEmpty()) {
                        drain(cluster.scan(node, options), each, found);
                    }
                }
            } else {
                drain(connection.keyCommands().scan(options), each, found);
            }
            return found;
        });
    }

    private static <T> void drain(Cursor<byte[]> cursor, Function<String, @Nullable T> each, Set<T> found) {
        try (cursor) {
            while (cursor.hasNext()) {
                T one = each.apply(Text.of(cursor.next()));
                if (one != null) {
                    found.add(one);
                }
            }
        }
    }

    /** Takes a lock, unless somebody has it. */
    @SuppressWarnings("deprecation") // what replaces SetOption is not there on Boot 4.0
    public boolean lock(String key, String owner, long millis) {
        CommandLog.keys("SET NX", List.of(key));
        Boolean done = on(
                Kind.WRITE,
                connection -> connection
                        .stringCommands()
                        .set(
                                Text.bytes(key),
                                Text.bytes(owner),
                                Expiration.milliseconds(millis),
                                RedisStringCommands.SetOption.ifAbsent()));
        return Boolean.TRUE.equals(done);
    }

    /** All cells of a hash. */
    public Map<String, String> hash(String key) {
        CommandLog.keys("HGETALL", List.of(key));
        Map<byte[], byte[]> found =
                on(Kind.READ, connection -> connection.hashCommands().hGetAll(Text.bytes(key)));
        Map<String, String> texts = new HashMap<>();
        if (found != null) {
            found.forEach((field, value) -> texts.put(Text.of(field), Text.of(value)));
        }
        return texts;
    }

    /** Writes one cell of a hash. */
    public void putCell(String key, String field, String value) {
        CommandLog.keys("HSET", List.of(key));
        on(
                Kind.WRITE,
                connection -> connection.hashCommands().hSet(Text.bytes(key), Text.bytes(field), Text.bytes(value)));
    }

    /** Takes one cell of a hash away. */
    public void removeCell(String key, String field) {
        CommandLog.keys("HDEL", List.of(key));
        on(Kind.WRITE, connection -> connection.hashCommands().hDel(Text.bytes(key), Text.bytes(field)));
    }

    private <T extends @Nullable Object> T on(Kind kind, Function<RedisConnection, T> command) {
        RedisConnection connection;
        try {
            connection = connections.getConnection();
        } catch (RuntimeException e) {
            throw Failures.unconnected(e);
        }
        try {
            return kind == Kind.READ ? way.asked(() -> command.apply(connection)) : command.apply(connection);
        } catch (RuntimeException e) {
            throw Failures.of(e, kind == Kind.WRITE);
        } finally {
            close(connection);
        }
    }

    /** What a broken connection says when it is closed adds nothing to what it said before. */
    private static void close(RedisConnection connection) {
        try {
            connection.close();
        } catch (RuntimeException e) {
            LOG.debug("A Redis connection did not close", e);
        }
    }
}
