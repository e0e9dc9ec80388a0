package dev.farminglabs.orm.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write did.
 *
 * @param outcome what happened
 * @param count   how many records were created, matched by an update, or removed
 * @param rows    a row for each such record when the write asked for fields back, otherwise empty
 */
public record Written(Outcome outcome, long count, List<@Nullable Object[]> rows) {

    /** What happened. */
    public enum Outcome {
        /** One or more records were created. */
        CREATED,
        /** Stored records were changed, or matched and left as they are by an upsert without changes. */
        UPDATED,
        /** Records were removed. */
        DELETED,
        /** Nothing was there to change, or a condition or a taken key stood against it. */
        NOTHING
    }

    /** Nothing happened. */
    public static final Written NOTHING = new Written(Outcome.NOTHING, 0, List.of());
}
