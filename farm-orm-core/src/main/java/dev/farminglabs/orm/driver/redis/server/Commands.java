package dev.farminglabs.orm.driver.redis.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStringCommands;
import org.springframework.data.redis.connection.ReturnType;
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

    /** Sends over connections of that factory; none is taken before the first command. */
    public Commands(RedisConnectionFactory connections) {
        this.connections = connections;
    }

    /** Whether the keys are spread over several servers. Spring's own factories know; of others a connection is asked. */
    public boolean cluster() {
        if (connections instanceof LettuceConnectionFactory lettuce) {
            return lettuce.isClusterAware();
        }
        if (connections instanceof JedisConnectionFactory jedis) {
            return jedis.isRedisClusterAware();
        }
        return Boolean.TRUE.equals(on(Kind.READ, RedisClusterConnection.class::isInstance));
    }

    /** Where the server is, or each of the servers. */
    public List<String> addresses() {
        return Addresses.of(connections);
    }

    /** Asks for a sign of life. */
    public void ping() {
        on(Kind.READ, RedisConnection::ping);
    }

    /** What a failure without an answer means. */
    private enum Kind {
        /** Nothing was changed. */
        READ,
        /** It may have been done. */
        WRITE
    }

    /** A script that changes something. */
    public List<@Nullable Object> write(Script script, List<String> keys, List<String> arguments) {
        return evaluate(Kind.WRITE, script, keys, arguments);
    }

    /** A script that changes nothing. */
    public List<@Nullable Object> read(Script script, List<String> keys, List<String> arguments) {
        return evaluate(Kind.READ, script, keys, arguments);
    }

    private List<@Nullable Object> evaluate(Kind kind, Script script, List<String> keys, List<String> arguments) {
        CommandLog.script(script, keys, arguments);
        byte[][] all = bytes(keys, arguments);
        Object reply = on(kind, connection -> {
            try {
                return connection.scriptingCommands().evalSha(script.sha(), ReturnType.MULTI, keys.size(), all);
            } catch (RuntimeException e) {
                if (!Failures.unknownScript(e)) {
                    throw e;
                }
                return connection.scriptingCommands().eval(script.text(), ReturnType.MULTI, keys.size(), all);
            }
        });
        return list(reply);
    }

    /** The cells of a hash, null where there is none. */
    public List<@Nullable String> cells(String key, Collection<String> fields) {
        CommandLog.keys("HMGET", List.of(key));
        return texts(on(
                Kind.READ, connection -> connection.hashCommands().hMGet(bytes(key), bytes(fields, List.of()))));
    }

    /** The texts under the keys, null where there is none. */
    public List<@Nullable String> values(Collection<String> keys) {
        CommandLog.keys("MGET", keys);
        return texts(on(Kind.READ, connection -> connection.stringCommands().mGet(bytes(keys, List.of()))));
    }

    /** How many members of the sorted set have at least that score. */
    public long members(String key, double least) {
        CommandLog.keys("ZCOUNT", List.of(key));
        Range<Double> range = Range.of(Range.Bound.inclusive(least), Range.Bound.unbounded());
        Long count = on(Kind.READ, connection -> connection.zSetCommands().zCount(bytes(key), range));
        return count == null ? 0 : count;
    }

    /** Every key of the server that meets the pattern, some perhaps twice. */
    public void scan(String pattern, Consumer<String> each) {
        CommandLog.pattern("SCAN", pattern);
        ScanOptions options =
                ScanOptions.scanOptions().match(pattern).count(SCAN_STEP).build();
        on(Kind.READ, connection -> {
            try (Cursor<byte[]> keys = connection.keyCommands().scan(options)) {
                keys.forEachRemaining(key -> each.accept(text(key)));
            }
            return null;
        });
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
                                bytes(key),
                                bytes(owner),
                                Expiration.milliseconds(millis),
                                RedisStringCommands.SetOption.ifAbsent()));
        return Boolean.TRUE.equals(done);
    }

    /** All cells of a hash. */
    public Map<byte[], byte[]> hash(String key) {
        CommandLog.keys("HGETALL", List.of(key));
        Map<byte[], byte[]> found =
                on(Kind.READ, connection -> connection.hashCommands().hGetAll(bytes(key)));
        return found == null ? Map.of() : found;
    }

    /** Writes one cell of a hash. */
    public void putCell(String key, String field, String value) {
        CommandLog.keys("HSET", List.of(key));
        on(Kind.WRITE, connection -> connection.hashCommands().hSet(bytes(key), bytes(field), bytes(value)));
    }

    private <T> @Nullable T on(Kind kind, Function<RedisConnection, @Nullable T> command) {
        RedisConnection connection;
        try {
            connection = connections.getConnection();
        } catch (RuntimeException e) {
            throw Failures.unconnected(e);
        }
        try {
            return command.apply(connection);
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[][] bytes(Collection<String> keys, Collection<String> arguments) {
        byte[][] all = new byte[keys.size() + arguments.size()][];
        int at = 0;
        for (String key : keys) {
            all[at++] = bytes(key);
        }
        for (String argument : arguments) {
            all[at++] = bytes(argument);
        }
        return all;
    }

    /** What the server sent, as text. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<@Nullable String> texts(@Nullable List<?> found) {
        List<@Nullable String> texts = new ArrayList<>();
        if (found != null) {
            for (Object one : found) {
                texts.add(one == null ? null : text((byte[]) one));
            }
        }
        return texts;
    }

    /** A reply with its byte strings as text. */
    private static List<@Nullable Object> list(@Nullable Object reply) {
        List<@Nullable Object> all = new ArrayList<>();
        if (reply instanceof List<?> parts) {
            for (Object part : parts) {
                all.add(
                        part instanceof byte[] text
                                ? text(text)
                                : part instanceof List<?> nested ? list(nested) : part);
            }
        } else if (reply != null) {
            all.add(reply);
        }
        return all;
    }
}
