package dev.farminglabs.sample.api;

import dev.farminglabs.orm.Cursor;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which page a client asks for.
 *
 * @param size   the most records, 20 when not said
 * @param cursor what the page before gave as {@code next}, or null for the first page
 */
public record Paging(
        @Min(1) @Max(100) @Nullable Integer size, @Nullable String cursor) {

    private static final int DEFAULT_SIZE = 20;

    /** The same for a query. */
    public Cursor toCursor() {
        int most = size == null ? DEFAULT_SIZE : size;
        return cursor == null || cursor.isEmpty() ? Cursor.first(most) : Cursor.after(cursor, most);
    }
}
