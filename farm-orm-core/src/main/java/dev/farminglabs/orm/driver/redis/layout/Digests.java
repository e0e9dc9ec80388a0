package dev.farminglabs.orm.driver.redis.layout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Short names for values of any length and content. */
final class Digests {

    private static final int SHORT = 16;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern DERIVED =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /** The UUID of version 8 (RFC 9562, section 5.8) for those values in that place. */
    static String id(String place, List<Object> values) {
        ByteBuffer bytes = ByteBuffer.wrap(digest(place, values));
        long most = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long least = (bytes.getLong() >>> 2) | (2L << 62);
        return new UUID(most, least).toString();
    }

    /** Whether the id looks like one made by {@link #id}. */
    static boolean derived(String id) {
        return DERIVED.matcher(id).matches();
    }

    /** 128 bits that stand for the values. */
    static String of(List<Object> values) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest("", values), SHORT));
    }

    /** A short plain text as it is, any other one by its digest. What comes out never has a colon. */
    static String handle(Object value) {
        String text = Cells.text(value);
        return PLAIN.matcher(text).matches() ? text : "~" + of(List.of(value));
    }

    /** Each part goes in with its length, so that no two lists of values are one text. */
    private static byte[] digest(String place, List<Object> values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            part(digest, place);
            values.forEach(value -> part(digest, Cells.text(value)));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void part(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private Digests() {}
}
