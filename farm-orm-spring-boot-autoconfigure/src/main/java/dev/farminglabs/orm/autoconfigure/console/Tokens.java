package dev.farminglabs.orm.autoconfigure.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells a form that this server has sent to this browser from any other. The browser keeps a random text as a cookie, and a form
 * holds its signature: who can send a cookie and not read it has no signature. Nothing is kept here but the key, which is made
 * anew at each start. Thread-safe.
 */
final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = bytes();

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A new text for a cookie. */
    String session() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    /** What a form holds that belongs to the session. */
    String of(String session) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signature = mac.doFinal(session.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** Whether the token belongs to the session; takes as long for a wrong one as for the right one. */
    boolean match(String session, String token) {
        return MessageDigest.isEqual(
                of(session).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
