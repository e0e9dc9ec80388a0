package dev.farminglabs.orm.definition;

import dev.farminglabs.orm.error.NamedKey;
import java.util.List;

/**
 * Fields whose values together belong to at most one record. Immutable; equality is identity.
 */
public final class UniqueDefinition implements NamedKey {

    private final ModelDefinition model;
    private final List<FieldDefinition> fields;
    private final boolean ifPresent;

    UniqueDefinition(ModelDefinition model, List<FieldDefinition> fields, boolean ifPresent) {
        this.model = model;
        this.fields = List.copyOf(fields);
        this.ifPresent = ifPresent;
    }

    /** The model. */
    public ModelDefinition model() {
        return model;
    }

    /** The fields in the order of the key's declaration. */
    public List<FieldDefinition> fields() {
        return fields;
    }

    /** Whether records without a value for one of the fields are left out of the rule. */
    public boolean ifPresent() {
        return ifPresent;
    }

    /** Whether this is the model's id. */
    public boolean isId() {
        return fields.size() == 1 && fields.get(0).is(FieldRole.ID);
    }

    @Override
    public String modelName() {
        return model.name();
    }

    @Override
    public List<String> fieldNames() {
        return fields.stream().map(FieldDefinition::name).toList();
    }

    @Override
    public String toString() {
        return model.name() + fieldNames();
    }
}
