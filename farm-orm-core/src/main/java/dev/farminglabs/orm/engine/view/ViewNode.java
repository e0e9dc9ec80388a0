package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.engine.value.FieldCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record class of a checked select shape, and what each of its components is read from.
 *
 * @param model   the model
 * @param builder makes the object of its component values
 * @param parts   the components in order
 */
public record ViewNode(ModelDefinition model, RecordBuilder builder, List<Part> parts) {

    /** What a component is read from. */
    public sealed interface Part {}

    /** How a component holds what may be absent, or many. */
    public enum Container {
        PLAIN,
        NULLABLE,
        OPTIONAL,
        LIST,
        SET
    }

    /**
     * A component read from a field.
     *
     * @param field     the field
     * @param codec     decodes it
     * @param container {@code PLAIN}, {@code NULLABLE} or {@code OPTIONAL}
     */
    public record FieldPart(FieldDefinition field, FieldCodec codec, Container container) implements Part {}

    /**
     * A component read from a relation.
     *
     * @param relation  the relation
     * @param node      what is read of each related record
     * @param container how the component holds it
     */
    public record RelationPart(RelationDefinition relation, ViewNode node, Container container) implements Part {}

    /** Makes an object of the values of its components. */
    @FunctionalInterface
    public interface RecordBuilder {
        Object build(@Nullable Object[] components);
    }

    /** Whether everything is read from the model's own fields. */
    public boolean flat() {
        for (Part part : parts) {
            if (!(part instanceof FieldPart)) {
                return false;
            }
        }
        return true;
    }
}
