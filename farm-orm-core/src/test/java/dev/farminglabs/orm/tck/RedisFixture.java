package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.driver.redis.RedisDriver;
import dev.farminglabs.orm.driver.redis.RedisOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Redis over real connections; a place is a key prefix of its own. */
public final class RedisFixture implements StoreFixture {

    /** The client libraries, and what they reach. */
    public enum Library {
        /** Lettuce, on one shared connection. */
        LETTUCE(() -> RedisServers.get().lettuce()),
        /** Jedis, out of a pool. */
        JEDIS(() -> RedisServers.get().jedis()),
        /** Lettuce, to three masters. */
        LETTUCE_CLUSTER(() -> RedisCluster.get().lettuce()),
        /** Jedis, to three masters. */
        JEDIS_CLUSTER(() -> RedisCluster.get().jedis());

        private final Supplier<RedisConnectionFactory> open;
        private RedisConnectionFactory connections;

        Library(Supplier<RedisConnectionFactory> open) {
            this.open = open;
        }

        synchronized RedisConnectionFactory connections() {
            if (connections == null) {
                connections = open.get();
            }
            return connections;
        }

        private boolean cluster() {
            return this == LETTUCE_CLUSTER || this == JEDIS_CLUSTER;
        }
    }

    private final Library library;

    /** The server over that library. */
    public RedisFixture(Library library) {
        this.library = library;
    }

    @Override
    public String name() {
        return "Redis " + RedisServers.version(library.connections()) + " with "
                + library.name().toLowerCase(Locale.ROOT).replace("_", " on a ");
    }

    @Override
    public String server() {
        return library.cluster()
                ? "three masters, Maven Central binary"
                : RedisServers.get().origin();
    }

    @Override
    public boolean structured() {
        return false;
    }

    @Override
    public StorePlace open() {
        RedisConnectionFactory connections = library.connections();
        String prefix = "tck" + UUID.randomUUID().toString().replace("-", "") + ":";
        RedisDriver driver = new RedisDriver(connections, RedisOptions.DEFAULT.withKeyPrefix(prefix));
        return new StorePlace() {
            @Override
            public Object store() {
                return driver;
            }

            @Override
            public void assertQuiet() {
                try (RedisConnection connection = connections.getConnection()) {
                    assertThat(connection.keyCommands().keys(bytes("*" + prefix + "*:lock")))
                            .as("setup locks left behind")
                            .isEmpty();
                }
            }

            @Override
            public OptionalLong stored() {
                long found = 0;
                try (RedisConnection connection = connections.getConnection()) {
                    Set<byte[]> keys = connection.keyCommands().keys(bytes("*" + prefix + "*"));
                    for (byte[] key : keys == null ? Set.<byte[]>of() : keys) {
                        boolean index = connection.keyCommands().type(key) == DataType.ZSET;
                        Long members = index ? connection.zSetCommands().zCard(key) : Long.valueOf(1);
                        found += members == null ? 0 : members;
                    }
                }
                return OptionalLong.of(found);
            }

            @Override
            public void close() {
                try (RedisConnection connection = connections.getConnection()) {
                    Set<byte[]> left = connection.keyCommands().keys(bytes("*" + prefix + "*"));
                    if (left != null && !left.isEmpty()) {
                        connection.keyCommands().del(left.toArray(byte[][]::new));
                    }
                }
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
