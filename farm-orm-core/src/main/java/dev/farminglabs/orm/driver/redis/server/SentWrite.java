package dev.farminglabs.orm.driver.redis.server;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A write that knows whether it has been sent. Who waits for it and who sends it are two threads: the first of them decides.
 */
final class SentWrite<T> extends AsyncCommand<String, String, T> {

    private enum State {
        WAITING,
        SENT,
        GIVEN_UP
    }

    /** Lettuce awaits an answer for what it has begun to send, so that something harmless must go out. */
    private static final byte[] NOTHING = "*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final StatefulConnection<String, String> link;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    SentWrite(StatefulConnection<String, String> link, RedisCommand<String, String, T> command) {
        super(command);
        this.link = link;
    }

    /** On a cluster it may be sent once more, where the first node has said that it belongs to another. */
    @Override
    public void encode(ByteBuf out) {
        if (state.compareAndSet(State.WAITING, State.SENT) || state.get() == State.SENT) {
            super.encode(out);
        } else {
            out.writeBytes(NOTHING);
        }
    }

    /** Whether it was not sent and, from now on, never will be. */
    boolean giveUp() {
        return state.compareAndSet(State.WAITING, State.GIVEN_UP);
    }

    /** It fails if it was sent over that connection. What waits for one goes out over the next. */
    void lost(RedisChannelHandler<?, ?> connection) {
        if (state.get() == State.SENT && wentOver(connection)) {
            completeExceptionally(new RedisException("The connection was lost before the answer came"));
        }
    }

    /** A cluster's connection, or one to a master and its replicas, does not say over which of its own it sent. */
    private boolean wentOver(RedisChannelHandler<?, ?> lost) {
        return link == lost || link instanceof StatefulRedisClusterConnection || !direct(link);
    }

    private static boolean direct(StatefulConnection<?, ?> link) {
        return link instanceof StatefulRedisConnection && link instanceof RedisChannelHandler;
    }
}
