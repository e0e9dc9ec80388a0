package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.FieldDefinition;

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
}
