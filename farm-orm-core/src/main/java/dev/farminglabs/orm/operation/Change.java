package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.FieldDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one field of a stored record.
 *
 * @param field the field
 * @param kind  how it changes
 * @param value the slot of the value; for {@link Kind#SET} it may hold null
 */
public record Change(FieldDefinition field, Kind kind, Slot value) {

    /** How a field changes. */
    public enum Kind {
        /** It gets the value. */
        SET,
        /** The store adds the value, which may be negative; a null field stays null. */
        ADD
    }

    // Written out, because it is part of every look-up of a plan.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Change that && field == that.field && kind == that.kind && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * field.hashCode() + kind.hashCode()) + value.index();
    }
}
