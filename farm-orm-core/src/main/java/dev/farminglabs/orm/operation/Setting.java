package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.FieldDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The value a new record gets.
 *
 * @param field the field
 * @param value the slot of its value, which may hold null where the field is nullable
 */
public record Setting(FieldDefinition field, Slot value) {

    // Written out, because it is part of every look-up of a plan.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Setting that && field == that.field && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return 31 * field.hashCode() + value.index();
    }
}
