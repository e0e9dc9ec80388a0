package dev.farminglabs.orm.driver.redis.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The scripts, fixed texts all of them, each in a file of its name. A value is only ever an argument of one. */
public enum Script {
    /** Cells of many records. */
    READ,
    /** Members of many sorted sets. */
    MEMBERS,
    /** Writes of one record each, decided by the server. */
    APPLY("tokens.lua"),
    /** An upsert that creates and changes alike. */
    PUT,
    /** Writes computed here, if nothing has changed since. */
    COMMIT("tokens.lua"),
    /** Gives a lock back. */
    UNLOCK,
    /** Lets a lock last longer. */
    RENEW;

    private final String text;
    private final String sha;

    /** A script that begins with the text of those files. */
    Script(String... before) {
        StringBuilder all = new StringBuilder();
        for (String file : before) {
            all.append(read(file));
        }
        text = all.append(read(name().toLowerCase(Locale.ROOT) + ".lua")).toString();
        try {
            sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(Text.bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    private static String read(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The script " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    /** What the server calls it. */
    String sha() {
        return sha;
    }
}
