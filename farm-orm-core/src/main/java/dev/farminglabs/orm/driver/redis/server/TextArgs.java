package dev.farminglabs.orm.driver.redis.server;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments of a command that are texts, each encoded in place: Lettuce's own way encodes each one aside and copies it. */
final class TextArgs extends CommandArgs<String, String> {

    private static final byte[] END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable String key;
    private final List<String> texts;

    /**
     * All arguments.
     *
     * @param key   one of the keys among them: it says where the command belongs on a cluster; null where there is none
     * @param texts the arguments
     */
    TextArgs(@Nullable String key, List<String> texts) {
        super(StringCodec.UTF8);
        this.key = key;
        this.texts = texts;
    }

    @Override
    public int count() {
        return texts.size();
    }

    @Override
    public @Nullable ByteBuffer getFirstEncodedKey() {
        return key == null ? null : codec.encodeKey(key);
    }

    @Override
    public void encode(ByteBuf out) {
        for (String text : texts) {
            int length = ByteBufUtil.utf8Bytes(text);
            out.writeByte('$');
            ByteBufUtil.writeAscii(out, Integer.toString(length));
            out.writeBytes(END);
            ByteBufUtil.reserveAndWriteUtf8(out, text, length);
            out.writeBytes(END);
        }
    }
}
