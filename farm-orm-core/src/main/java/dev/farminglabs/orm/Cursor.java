package dev.farminglabs.orm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins and how long it is. The token is opaque text made from the sort keys of the last record seen; it can be
 * handed to a browser and taken back. It is not encrypted, and a query checks what it takes from it. Immutable.
 */
public final class Cursor {

    private final @Nullable String token;
    private final int size;

    private Cursor(@Nullable String token, int size) {
        this.token = token;
        this.size = size;
        if (size < 1) {
            throw Refusal.query("A page of " + size + " records: the size must be at least 1");
        }
    }

    /** The first page, with at most {@code size} records. */
    public static Cursor first(int size) {
        return new Cursor(null, size);
    }

    /** The page after the record that the token stands for. */
    public static Cursor after(String token, int size) {
        return new Cursor(Objects.requireNonNull(token, "token"), size);
    }

    /** The opaque text, or null for the first page. */
    public @Nullable String token() {
        return token;
    }

    /** The most records of the page. */
    public int size() {
        return size;
    }
}
