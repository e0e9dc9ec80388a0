package dev.farminglabs.orm.engine.value;

import dev.farminglabs.orm.definition.FieldDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants done to one field.
 *
 * @param field the field
 * @param kind  what is done
 * @param value the value as callers see it; null for {@link Kind#NOW}, and for {@link Kind#SET} of a nullable field
 */
public record Assigned(
        FieldDefinition field, Kind kind, @Nullable Object value) {

    /** What can be done to a field. */
    public enum Kind {
        /** It gets the value. */
        SET,
        /** It gets the time of the call. */
        NOW,
        /** The store adds the value. */
        ADD,
        /** The store subtracts the value. */
        SUBTRACT
    }

    /** Names the field and never the value. */
    @Override
    public String toString() {
        return kind + " " + field;
    }
}
