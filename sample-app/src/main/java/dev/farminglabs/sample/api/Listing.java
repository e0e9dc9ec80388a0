package dev.farminglabs.sample.api;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.CursorPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page as JSON.
 *
 * @param items the records
 * @param next  what to send as {@code cursor} for the next page, or null when this is the last one
 * @param <T>   the records' type
 */
public record Listing<T>(List<T> items, @Nullable String next) {

    /** The page a query gave. */
    public static <T> Listing<T> of(CursorPage<T> page) {
        Cursor next = page.next();
        return new Listing<>(page.items(), next == null ? null : next.token());
    }
}
