package dev.farminglabs.orm.definition;

import dev.farminglabs.orm.error.NamedKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fields whose values together belong to at most one record. In a model that says {@code live()} that field is one of them:
 * it has no value in a record that is marked as deleted, and so leaves it out. Immutable; equality is identity.
 */
public final class UniqueDefinition implements NamedKey {

    private final ModelDefinition model;
    private final List<FieldDefinition> declared;
    private final List<FieldDefinition> fields;
    private final boolean ifPresent;

    UniqueDefinition(ModelDefinition model, List<FieldDefinition> declared, boolean ifPresent) {
        this.model = model;
        this.declared = List.copyOf(declared);
        this.fields = withLive(model, this.declared);
        this.ifPresent = ifPresent;
    }

    private static List<FieldDefinition> withLive(ModelDefinition model, List<FieldDefinition> declared) {
        FieldDefinition live = model.with(FieldRole.LIVE);
        boolean id = declared.size() == 1 && declared.get(0).is(FieldRole.ID);
        return live == null || id || declared.contains(live)
                ? declared
                : Stream.concat(declared.stream(), Stream.of(live)).toList();
    }

    /** The model. */
    public ModelDefinition model() {
        return model;
    }

    /** The fields as the key was declared, in that order: what a caller compares. */
    public List<FieldDefinition> declared() {
        return declared;
    }

    /** The fields in the order of the key's declaration; the field that says {@code live()} comes last. */
    public List<FieldDefinition> fields() {
        return fields;
    }

    /** Whether records without a value for one of the fields are left out of the rule. */
    public boolean ifPresent() {
        return ifPresent || ofLive();
    }

    /** Whether that is what the declaration says. */
    boolean saysIfPresent() {
        return ifPresent;
    }

    /** Whether records that are marked as deleted are left out of the rule. */
    public boolean ofLive() {
        return fields.size() > declared.size();
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
        return declared.stream().map(FieldDefinition::name).toList();
    }

    @Override
    public String toString() {
        return model.name() + fieldNames();
    }
}
