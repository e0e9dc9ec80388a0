package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.FieldDefinition;
import java.util.Collection;

/** Takes the values of an operation that is being built, checks them against their fields, and hands out slots. */
public interface Binder {

    /** The slot of a value that is compared with, or written to, the field. */
    Slot bind(FieldDefinition field, Object value);

    /** The slot of many values of the field. */
    Slot bindAll(FieldDefinition field, Collection<?> values);
}
