package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.row.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read.
 *
 * @param handle  what stands for it in its key, in pointers and in indexes
 * @param version its row version
 * @param values  its values by position; of fields that were not read, null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record StoredRow(
        String handle, String version, @Nullable Object[] values) implements Row {

    /** Null also where it was not read. */
    @Override
    public @Nullable Object get(FieldDefinition field) {
        return values[field.position()];
    }

    /** The values of those fields, in their order. */
    public @Nullable Object[] values(List<FieldDefinition> fields) {
        @Nullable Object[] cells = new @Nullable Object[fields.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = get(fields.get(i));
        }
        return cells;
    }

    /** Never the values. */
    @Override
    public String toString() {
        return handle;
    }
}
