package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.row.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One state of one record: its values by field position. Immutable, so undoing a change is putting the old state back. */
final class StoredRow implements Row {

    private final @Nullable Object[] values;

    /** Takes the array over. */
    StoredRow(@Nullable Object[] values) {
        this.values = values;
    }

    @Override
    public @Nullable Object get(FieldDefinition field) {
        return values[field.position()];
    }

    /** The same record with another value. */
    StoredRow with(FieldDefinition field, @Nullable Object value) {
        @Nullable Object[] copy = values.clone();
        copy[field.position()] = value;
        return new StoredRow(copy);
    }

    /** The values of those fields, in that order. */
    @Nullable
    Object[] values(List<FieldDefinition> fields) {
        @Nullable Object[] cells = new @Nullable Object[fields.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = get(fields.get(i));
        }
        return cells;
    }
}
