package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.FieldDefinition;

/**
 * One sort key.
 *
 * @param field      the field
 * @param descending whether greater values come first
 * @param nullsFirst whether records without a value come first
 */
public record Sort(FieldDefinition field, boolean descending, boolean nullsFirst) {}
