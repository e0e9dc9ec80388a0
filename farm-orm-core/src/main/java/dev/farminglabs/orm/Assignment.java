package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.engine.value.Assigned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write does to one field, or to the fields of a base record. Immutable and thread-safe.
 *
 * @param <M> the model
 */
public final class Assignment<M extends Model<M>> {

    final List<Assigned> assigned;

    private Assignment(Assigned assigned) {
        this(List.of(assigned));
    }

    Assignment(List<Assigned> assigned) {
        this.assigned = assigned;
    }

    static <M extends Model<M>> Assignment<M> set(FieldDefinition field, @Nullable Object value) {
        return new Assignment<>(new Assigned(field, Assigned.Kind.SET, value));
    }

    static <M extends Model<M>> Assignment<M> add(FieldDefinition field, Object by, boolean negative) {
        if (by == null) {
            throw Refusal.query(field + (negative ? ".decrement" : ".increment") + "(null): give a number");
        }
        return new Assignment<>(new Assigned(field, negative ? Assigned.Kind.SUBTRACT : Assigned.Kind.ADD, by));
    }

    static <M extends Model<M>> Assignment<M> now(FieldDefinition field) {
        return new Assignment<>(new Assigned(field, Assigned.Kind.NOW, null));
    }
}
