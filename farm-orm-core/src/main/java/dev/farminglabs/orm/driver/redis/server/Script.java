package dev.farminglabs.orm.driver.redis.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The scripts, fixed texts all of them. A value is only ever an argument of one. */
public enum Script {
    /** Cells of many records. */
    READ,
    /** Members of many sorted sets. */
    MEMBERS,
    /** Writes of one record each, decided by the server. */
    APPLY,
    /** Writes computed here, if nothing has changed since. */
    COMMIT,
    /** Gives a lock back. */
    UNLOCK;

    private final String text;
    private final String sha;

    Script() {
        String file = name().toLowerCase(Locale.ROOT) + ".lua";
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The script " + file + " is missing");
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    byte[] text() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What the server calls it. */
    String sha() {
        return sha;
    }
}
