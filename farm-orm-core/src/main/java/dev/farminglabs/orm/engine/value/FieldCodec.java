package dev.farminglabs.orm.engine.value;

import org.jspecify.annotations.Nullable;

/** Between a field's value as callers see it and as drivers see it. Thread-safe. */
public interface FieldCodec {

    /** The value for a comparison; refuses what can be in no record. */
    Object comparable(Object value);

    /** The value for a write; refuses what does not fit the field. */
    Object storable(Object value);

    /** Whether {@link #decode} ever gives another value than it gets. */
    default boolean decodes() {
        return false;
    }

    /** The value for the caller; for most kinds, the very value drivers see. */
    default @Nullable Object decode(@Nullable Object stored) {
        return stored;
    }
}
