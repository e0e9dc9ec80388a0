package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.tck.RedisServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.event.command.CommandFailedEvent;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.event.command.CommandSucceededEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A key prefix of its own on the server, with the commands that were sent. */
final class RedisBench implements AutoCloseable {

    final String prefix = "bench" + UUID.randomUUID().toString().replace("-", "") + ":";
    final LettuceConnectionFactory connections = RedisServers.get().lettuce();
    final RedisDriver driver = new RedisDriver(connections, RedisOptions.DEFAULT.withKeyPrefix(prefix));
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger trips = new AtomicInteger();

    RedisBench() {
        ((RedisClient) connections.getRequiredNativeClient()).addListener(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                commands.add(event.getCommand().getType().toString());
                if (underWay.getAndIncrement() == 0) {
                    trips.incrementAndGet();
                }
            }

            @Override
            public void commandSucceeded(CommandSucceededEvent event) {
                underWay.decrementAndGet();
            }

            @Override
            public void commandFailed(CommandFailedEvent event) {
                underWay.decrementAndGet();
            }
        });
    }

    <S extends Schema> OrmClient<S> client(S schema) {
        FarmOrm.client(schema, driver).setup().push();
        return FarmOrm.client(schema, driver).connect();
    }

    /** How often the work waits for the server: commands that are sent together are one round trip. */
    int trips(Runnable work) {
        trips.set(0);
        work.run();
        return trips.get();
    }

    /** The commands the work sends. */
    List<String> commands(Runnable work) {
        commands.clear();
        work.run();
        return List.copyOf(commands);
    }

    /** The names of all keys of this bench, but for what setups wrote down. */
    List<String> keys() {
        try (RedisConnection connection = connections.getConnection()) {
            Set<byte[]> found = connection.keyCommands().keys(("*" + prefix + "*").getBytes(StandardCharsets.UTF_8));
            return found == null
                    ? List.of()
                    : found.stream()
                            .map(key -> new String(key, StandardCharsets.UTF_8))
                            .filter(key -> !key.endsWith(":meta"))
                            .toList();
        }
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
