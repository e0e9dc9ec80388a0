package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.driver.redis.RedisDriver;
import dev.farminglabs.orm.driver.redis.RedisOptions;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Redis over real connections; a place is a key prefix of its own. */
public final class RedisFixture implements StoreFixture {

    /** The client libraries. */
    public enum Library {
        /** Lettuce, on one shared connection. */
        LETTUCE(RedisServers::lettuce),
        /** Jedis, out of a pool. */
        JEDIS(RedisServers::jedis);

        private final Function<RedisServers, RedisConnectionFactory> open;
        private RedisConnectionFactory connections;

        Library(Function<RedisServers, RedisConnectionFactory> open) {
            this.open = open;
        }

        synchronized RedisConnectionFactory connections() {
            if (connections == null) {
                connections = open.apply(RedisServers.get());
            }
            return connections;
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
                + library.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String server() {
        return RedisServers.get().origin();
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
