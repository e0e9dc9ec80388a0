package dev.farminglabs.orm;

import dev.farminglabs.orm.engine.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of records.
 *
 * @param items the records
 * @param next  where the next page begins, or null when this is the last one
 * @param <T>   the records' type
 */
public record CursorPage<T>(List<T> items, @Nullable Cursor next) {

    static <T> CursorPage<T> of(Cursor cursor, Page<T> page) {
        String token = page.nextToken();
        return new CursorPage<>(page.items(), token == null ? null : Cursor.after(token, cursor.size()));
    }
}
