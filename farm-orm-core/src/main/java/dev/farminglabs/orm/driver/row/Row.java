package dev.farminglabs.orm.driver.row;

import dev.farminglabs.orm.definition.FieldDefinition;
import org.jspecify.annotations.Nullable;

/** The values of one record. */
@FunctionalInterface
public interface Row {

    /** The value of a field, in its one spelling; null where there is none. */
    @Nullable
    Object get(FieldDefinition field);
}
