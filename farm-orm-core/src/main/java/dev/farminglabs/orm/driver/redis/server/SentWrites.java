package dev.farminglabs.orm.driver.redis.server;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The writes whose answers are awaited. When its connection is lost Lettuce sends what it had sent once more over the next
 * one, so that an increment might be done twice. Here such a write fails instead, as one whose outcome is unknown. What
 * waits for a connection and was never sent goes out over the next one. Thread-safe.
 */
final class SentWrites implements RedisConnectionStateListener {

    private final LettuceConnectionFactory connections;
    private final Set<Once<?>> awaited = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable AbstractRedisClient> heard = new AtomicReference<>();

    SentWrites(LettuceConnectionFactory connections) {
        this.connections = connections;
    }

    /** A command that knows whether it has been sent. */
    private static final class Once<T> extends AsyncCommand<String, String, T> {

        private final StatefulConnection<String, String> link;
        private volatile boolean sent;

        Once(StatefulConnection<String, String> link, RedisCommand<String, String, T> command) {
            super(command);
            this.link = link;
        }

        @Override
        public void encode(ByteBuf out) {
            sent = true;
            super.encode(out);
        }

        void lost() {
            if (sent) {
                completeExceptionally(new RedisException("The connection was lost before the answer came"));
            }
        }

        /** A cluster's connection, or one to a master and its replicas, does not say over which of its own it sent. */
        boolean wentOver(RedisChannelHandler<?, ?> lost) {
            return link == lost || link instanceof StatefulRedisClusterConnection || !direct(link);
        }

        private static boolean direct(StatefulConnection<?, ?> link) {
            return link instanceof StatefulRedisConnection && link instanceof RedisChannelHandler;
        }
    }

    <T> T send(StatefulConnection<String, String> link, RedisCommand<String, String, T> command) {
        listen();
        Once<T> once = new Once<>(link, command);
        awaited.add(once);
        try {
            link.dispatch(once);
            return LettuceWay.await(link, once);
        } catch (RuntimeException e) {
            throw once.sent ? e : new NeverSent(e);
        } finally {
            awaited.remove(once);
        }
    }

    /** A factory that was stopped and started again has another client. */
    private void listen() {
        AbstractRedisClient client = connections.getRequiredNativeClient();
        if (client != heard.get() && heard.getAndSet(client) != client) {
            client.addListener(this);
        }
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
        awaited.forEach(once -> {
            if (once.wentOver(connection)) {
                once.lost();
            }
        });
    }
}
