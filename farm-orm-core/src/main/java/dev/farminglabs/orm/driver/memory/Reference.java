package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.DeleteRule;
import dev.farminglabs.orm.definition.FieldDefinition;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference between two tables.
 *
 * @param from   the table that points
 * @param field  the field that points
 * @param to     the table pointed at
 * @param target the field pointed at
 * @param rule   what happens to the pointing record
 */
record Reference(MemoryTable from, FieldDefinition field, MemoryTable to, FieldDefinition target, DeleteRule rule) {

    /** The records that point at this one. */
    Collection<StoredRow> pointingAt(StoredRow row) {
        Object value = row.get(target);
        return value == null ? List.of() : from.with(field, value);
    }

    /** Whether that value is held by nobody. */
    boolean dangles(@Nullable Object value) {
        return value != null && to.with(target, value).isEmpty();
    }
}
