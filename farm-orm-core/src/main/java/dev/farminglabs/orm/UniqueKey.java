package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDeclaration;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.error.NamedKey;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several fields whose values together belong to at most one record. Declared in the model as a field, so that it has a
 * name and a type: {@code Unique2<String, String> userInWorkspace = unique(userId, workspaceId)}.
 *
 * @param <M> the model
 */
public abstract class UniqueKey<M extends Model<M>> implements NamedKey {

    private final Model<M> owner;
    private final UniqueDeclaration declaration;

    UniqueKey(Model<M> owner, UniqueDeclaration declaration) {
        this.owner = owner;
        this.declaration = declaration;
    }

    final UniqueDefinition definition() {
        return owner.definition().unique(declaration);
    }

    final Condition<M> equality(@Nullable Object... values) {
        for (Object value : values) {
            if (value == null) {
                throw Refusal.query(this + ".is(...) holds null: a key is compared with values only");
            }
        }
        return new Condition<>(binder -> {
            List<FieldDefinition> fields = definition().declared();
            List<Predicate> parts = new ArrayList<>(fields.size());
            for (int i = 0; i < fields.size(); i++) {
                FieldDefinition field = fields.get(i);
                @SuppressWarnings("NullAway") // checked above
                Predicate part = new Predicate.Compare(field, Comparison.EQUAL, binder.bind(field, values[i]), false);
                parts.add(part);
            }
            return Predicate.and(parts);
        });
    }

    @Override
    public final String modelName() {
        return definition().modelName();
    }

    @Override
    public final List<String> fieldNames() {
        return definition().fieldNames();
    }

    /** Model and fields, such as {@code workspaceMembership[userId, workspaceId]}. */
    @Override
    public final String toString() {
        return definition().toString();
    }
}
