package dev.farminglabs.orm.definition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A field that holds the value of another model's field. Immutable; the target is found when first asked for. */
public final class ReferenceDefinition {

    private final FieldDefinition field;
    private final Supplier<FieldDefinition> supplier;
    private final DeleteRule onDelete;
    private volatile @Nullable FieldDefinition target;

    ReferenceDefinition(FieldDefinition field, Supplier<FieldDefinition> supplier, DeleteRule onDelete) {
        this.field = field;
        this.supplier = supplier;
        this.onDelete = onDelete;
    }

    /** The field that points. */
    public FieldDefinition field() {
        return field;
    }

    /** The field pointed at. */
    public FieldDefinition target() {
        FieldDefinition found = target;
        if (found == null) {
            found = supplier.get();
            target = found;
        }
        return found;
    }

    /** What happens to the pointing record when the other is deleted. */
    public DeleteRule onDelete() {
        return onDelete;
    }
}
