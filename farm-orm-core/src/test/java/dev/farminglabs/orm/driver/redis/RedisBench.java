package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.tck.RedisServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A key prefix of its own on the server, with the commands that were sent. */
public final class RedisBench implements AutoCloseable {

    final String prefix = "bench" + UUID.randomUUID().toString().replace("-", "") + ":";
    final LettuceConnectionFactory connections = RedisServers.get().lettuce();
    /** The driver that uses the prefix. */
    public final RedisDriver driver = new RedisDriver(connections, RedisOptions.DEFAULT.withKeyPrefix(prefix));

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<List<String>> sent = new CopyOnWriteArrayList<>();
    private final List<RedisCommand<?, ?, ?>> together = new CopyOnWriteArrayList<>();
    private final AtomicInteger trips = new AtomicInteger();

    /** On the server of this JVM. */
    public RedisBench() {
        ((RedisClient) connections.getRequiredNativeClient()).addListener(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                commands.add(event.getCommand().getType().toString());
                sent.add(words(event.getCommand()));
                // asked of the commands: the event of an answer comes after the caller has it, and so perhaps too late
                if (together.stream().allMatch(RedisCommand::isDone)) {
                    together.clear();
                    trips.incrementAndGet();
                }
                together.add(event.getCommand());
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
        together.clear();
        work.run();
        return trips.get();
    }

    /** The commands the work sends. */
    List<String> commands(Runnable work) {
        commands.clear();
        work.run();
        return List.copyOf(commands);
    }

    /** The commands the work sends, in full: the name, then each argument. */
    public List<List<String>> sent(Runnable work) {
        sent.clear();
        work.run();
        return List.copyOf(sent);
    }

    /** What travels, of which each part is led by {@code $}, its length and a line end, and ended by one. */
    private static List<String> words(RedisCommand<?, ?, ?> command) {
        List<String> words = new ArrayList<>();
        words.add(command.getType().toString());
        if (command.getArgs() == null) {
            return words;
        }
        ByteBuf buffer = Unpooled.buffer();
        command.getArgs().encode(buffer);
        while (buffer.isReadable()) {
            String head = buffer.readCharSequence(buffer.bytesBefore((byte) '\r'), StandardCharsets.UTF_8)
                    .toString();
            buffer.skipBytes(2);
            int length = Integer.parseInt(head.substring(1));
            words.add(buffer.readCharSequence(length, StandardCharsets.UTF_8).toString());
            buffer.skipBytes(2);
        }
        return words;
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

    /** Writes a hash as somebody else would. */
    void writeHash(String key, Map<String, String> cells) {
        try (RedisConnection connection = connections.getConnection()) {
            cells.forEach((cell, text) -> connection
                    .hashCommands()
                    .hSet(
                            (prefix + key).getBytes(StandardCharsets.UTF_8),
                            cell.getBytes(StandardCharsets.UTF_8),
                            text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
