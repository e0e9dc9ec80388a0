package dev.farminglabs.orm.driver.redis.server;

import dev.farminglabs.orm.error.OrmError;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.protocol.RedisCommand;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * What becomes of commands whose connection is lost. Lettuce sends what it had sent once more over the next one, so that an
 * increment might be done twice, and adds the second answer to what it has of the first. Here such a write fails, as one
 * whose outcome is unknown, and such a read is asked anew. Thread-safe.
 */
final class LostConnections implements RedisConnectionStateListener {

    /** How often a read is sent whose connections are lost each time. */
    private static final int READS = 3;

    private final LettuceConnectionFactory connections;
    private final Set<SentWrite<?>> awaited = ConcurrentHashMap.newKeySet();
    private final AtomicLong losses = new AtomicLong();
    private final AtomicReference<@Nullable AbstractRedisClient> heard = new AtomicReference<>();

    LostConnections(LettuceConnectionFactory connections) {
        this.connections = connections;
    }

    /** Sends the write and waits for its answer. One that was not sent in time fails with {@link NeverSent}. */
    <T> T write(StatefulConnection<String, String> link, RedisCommand<String, String, T> command) {
        listen();
        SentWrite<T> write = new SentWrite<>(link, command);
        awaited.add(write);
        try {
            link.dispatch(write);
            return LettuceWay.await(link, write);
        } catch (RuntimeException e) {
            throw write.giveUp() ? new NeverSent(e) : e;
        } finally {
            awaited.remove(write);
        }
    }

    /** An answer that came while a connection was lost is not believed, whichever connection that was. */
    <T extends @Nullable Object> T read(Supplier<T> read) {
        listen();
        for (int attempt = 0; attempt < READS; attempt++) {
            long before = losses.get();
            try {
                T answer = read.get();
                if (losses.get() == before) {
                    return answer;
                }
            } catch (RuntimeException e) {
                if (losses.get() == before || e instanceof OrmError || Failures.timedOut(e)) {
                    throw e;
                }
            }
        }
        throw new RedisException("The connection was lost before the whole answer came, each time");
    }

    /** A factory that was stopped and started again has another client. */
    private void listen() {
        AbstractRedisClient client = connections.getRequiredNativeClient();
        if (client != heard.get() && heard.getAndSet(client) != client) {
            client.addListener(this);
        }
    }

    /** Called before the next connection is made, and so before anything is sent again. */
    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
        losses.incrementAndGet();
        awaited.forEach(write -> write.lost(connection));
    }
}
