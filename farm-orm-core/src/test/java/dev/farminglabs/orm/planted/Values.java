package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of an operation with some put in the place of others, or behind them. Used by one thread. */
final class Values {

    private final List<@Nullable Object> all = new ArrayList<>();

    Values(Arguments arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            all.add(arguments.get(new Slot(i)));
        }
    }

    /** One more value. */
    Slot add(@Nullable Object value) {
        all.add(value);
        return new Slot(all.size() - 1);
    }

    /** Another value in that place. */
    void set(Slot slot, @Nullable Object value) {
        all.set(slot.index(), value);
    }

    /** The field has that value. */
    Predicate equal(FieldDefinition field, Object value) {
        return new Predicate.Compare(field, Comparison.EQUAL, add(value), false);
    }

    Arguments arguments() {
        return new Arguments(all.toArray());
    }
}
