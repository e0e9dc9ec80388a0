package dev.farminglabs.orm.driver.redis.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.tck.RedisServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** What is called unsent is never sent. */
class SentWriteTest {

    private final LettuceConnectionFactory connections = RedisServers.get().lettuce();
    private final ByteBuf out = Unpooled.buffer();
    private StatefulRedisConnection<String, String> link;
    private String key;
    private SentWrite<Long> write;

    @BeforeEach
    void open() {
        link = ((RedisClient) connections.getRequiredNativeClient()).connect();
        key = "unsent" + System.nanoTime();
        CommandArgs<String, String> name = new CommandArgs<>(StringCodec.UTF8).addKey(key);
        write = new SentWrite<>(link, new Command<>(CommandType.INCR, new IntegerOutput<>(StringCodec.UTF8), name));
    }

    @AfterEach
    void close() {
        link.close();
        connections.destroy();
    }

    @Test
    void whatWasSentCannotBeGivenUp() {
        write.encode(out);
        assertThat(write.giveUp()).isFalse();
        assertThat(out.toString(StandardCharsets.US_ASCII)).contains("INCR");
    }

    /** It was called safe to repeat when its time ran out between the look at it and the sending. */
    @Test
    void whatWasGivenUpWhileItWasBeingWrittenIsNotSent() {
        assertThat(write.giveUp()).isTrue();
        write.encode(out);
        assertThat(out.toString(StandardCharsets.US_ASCII)).doesNotContain("INCR");
    }

    @Test
    void theConnectionStaysInStepAfterOneThatWasGivenUp() {
        write.giveUp();
        link.dispatch(write);
        assertThat(link.sync().echo("next")).isEqualTo("next");
        assertThat(link.sync().exists(key)).isZero();
    }
}
