package dev.farminglabs.orm.operation;

import org.jspecify.annotations.Nullable;

/**
 * The place of one value of an operation.
 *
 * @param index where {@link Arguments} hold the value, from 0
 */
public record Slot(int index) {

    // Written out, because it is part of every look-up of a plan.

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Slot that && index == that.index);
    }

    @Override
    public int hashCode() {
        return index;
    }
}
