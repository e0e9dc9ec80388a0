package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.FieldDefinition;

/**
 * The value a new record gets.
 *
 * @param field the field
 * @param value the slot of its value, which may hold null where the field is nullable
 */
public record Setting(FieldDefinition field, Slot value) {}
