package dev.farminglabs.orm.driver.redis.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between text and the bytes that travel. */
final class Text {

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[][] bytes(Collection<String> texts) {
        byte[][] all = new byte[texts.size()][];
        int at = 0;
        for (String text : texts) {
            all[at++] = bytes(text);
        }
        return all;
    }

    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The texts of a reply, null where there is none. */
    static List<@Nullable String> all(@Nullable List<?> found) {
        List<@Nullable String> texts = new ArrayList<>();
        if (found != null) {
            for (Object one : found) {
                texts.add(one == null ? null : one instanceof byte[] bytes ? of(bytes) : one.toString());
            }
        }
        return texts;
    }

    /** A reply with its byte strings as text. */
    static List<@Nullable Object> nested(@Nullable Object reply) {
        List<@Nullable Object> all = new ArrayList<>();
        if (reply instanceof List<?> parts) {
            for (Object part : parts) {
                all.add(part instanceof byte[] text ? of(text) : part instanceof List<?> list ? nested(list) : part);
            }
        } else if (reply != null) {
            all.add(reply);
        }
        return all;
    }

    private Text() {}
}
