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

    /** What a UUID of version 8 looks like: x a digit, v one of the variant. */
    private static final String DERIVED = "xxxxxxxx-xxxx-8xxx-vxxx-xxxxxxxxxxxx";

    /** The UUID of version 8 (RFC 9562, section 5.8) for those values in that place. */
    static String id(String place, List<Object> values) {
        ByteBuffer bytes = ByteBuffer.wrap(digest(place, values));
        long most = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long least = (bytes.getLong() >>> 2) | (2L << 62);
        return new UUID(most, least).toString();
    }

    /** Whether the id looks like one made by {@link #id}. */
    static boolean derived(String id) {
        if (id.length() != DERIVED.length()) {
            return false;
        }
        for (int i = 0; i < DERIVED.length(); i++) {
            if (!fits(DERIVED.charAt(i), id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char pattern, char c) {
        return switch (pattern) {
            case 'x' -> "0123456789abcdef".indexOf(c) >= 0;
            case 'v' -> "89ab".indexOf(c) >= 0;
            default -> c == pattern;
        };
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
