package dev.farminglabs.orm.operation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one operation, each in the one Java type that drivers see for the kind of its field. Immutable; never
 * printed, so that no value gets into a log by accident.
 */
public final class Arguments {

    /** No values. */
    public static final Arguments NONE = new Arguments(new Object[0]);

    private final @Nullable Object[] values;

    /** Takes the array over; the caller must not change it afterwards. */
    public Arguments(@Nullable Object[] values) {
        this.values = values;
    }

    /** The value of the slot; null only where a change writes null. */
    public @Nullable Object get(Slot slot) {
        return values[slot.index()];
    }

    /** The value of a slot that cannot hold null. */
    public Object require(Slot slot) {
        Object value = values[slot.index()];
        if (value == null) {
            throw new IllegalStateException("Slot " + slot.index() + " holds null");
        }
        return value;
    }

    /** The values of a slot that holds many: of {@link Predicate.In}, {@link Parents} and {@link Write.CreateMany}. */
    public List<?> list(Slot slot) {
        return (List<?>) require(slot);
    }

    /** The number of a slot that holds a count, such as {@code take}. */
    public int count(Slot slot) {
        return (Integer) require(slot);
    }

    /** The same with one more value, in a slot after all others. */
    public Arguments and(Object value) {
        @Nullable Object[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = value;
        return new Arguments(more);
    }

    /** How many slots there are. */
    public int size() {
        return values.length;
    }

    /** How many values there are, and none of them. */
    @Override
    public String toString() {
        return values.length + " values";
    }
}
