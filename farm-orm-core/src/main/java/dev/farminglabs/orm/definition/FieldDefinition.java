package dev.farminglabs.orm.definition;

import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One stored value of a model. Immutable; equality is identity, so that it is cheap in the key of a cached plan. */
public final class FieldDefinition {

    private final ModelDefinition model;
    private final String name;
    private final int position;
    private final FieldDeclaration declared;
    private final Set<FieldRole> roles;
    private final @Nullable ReferenceDefinition reference;

    FieldDefinition(ModelDefinition model, String name, int position, FieldDeclaration declared) {
        this.model = model;
        this.name = name;
        this.position = position;
        this.declared = declared;
        this.roles = Set.copyOf(declared.roles);
        this.reference = declared.references == null
                ? null
                : new ReferenceDefinition(
                        this, declared.references, declared.onDelete == null ? DeleteRule.RESTRICT : declared.onDelete);
        declared.close();
    }

    /** The model the field belongs to. */
    public ModelDefinition model() {
        return model;
    }

    /** The Java name of the field in its model class. */
    public String name() {
        return name;
    }

    /** The place among the model's fields, from 0. */
    public int position() {
        return position;
    }

    /** What kind of value is stored. */
    public FieldKind kind() {
        return declared.kind;
    }

    /** The Java type callers see, such as the enum class or the type JSON is read into. */
    public Type javaType() {
        return declared.javaType;
    }

    /** Whether a record may have no value here. */
    public boolean nullable() {
        return declared.nullable;
    }

    /** Whether the field has that role. */
    public boolean is(FieldRole role) {
        return roles.contains(role);
    }

    /**
     * Whether its values are secrets: those of a field that says so, and copies of them, which a key to such a field holds.
     * Asked of a model whose schema is complete.
     */
    public boolean secret() {
        return secret(new HashSet<>());
    }

    private boolean secret(Set<FieldDefinition> seen) {
        if (!seen.add(this)) {
            return false;
        }
        boolean copied = reference != null && reference.target().secret(seen);
        return copied
                || is(FieldRole.SECRET)
                || model.relations().stream()
                        .filter(relation -> relation.kind() == RelationKind.BELONGS_TO && relation.localKey() == this)
                        .anyMatch(relation -> relation.targetKey().secret(seen));
    }

    /** What create fills in, or null when the caller has to give a value. */
    public @Nullable DefaultValue defaultValue() {
        return declared.defaultValue;
    }

    /** The constants of an enumeration field, null for other kinds. */
    public @Nullable Enumeration enumeration() {
        return declared.enumeration;
    }

    /** The field this one points at, or null. */
    public @Nullable ReferenceDefinition reference() {
        return reference;
    }

    /** The declared physical name, or null for the store's habit. */
    public @Nullable String declaredColumn() {
        return declared.column;
    }

    /** The sentence for people, or null. */
    public @Nullable String description() {
        return declared.description;
    }

    /** The most characters (code points) of a text, or null when only the store limits it. */
    public @Nullable Integer length() {
        return declared.length;
    }

    /** All digits of a decimal. */
    public int precision() {
        return declared.precision;
    }

    /** The digits of a decimal after the point. */
    public int scale() {
        return declared.scale;
    }

    /** Model and field, as messages name it: {@code user.email}. */
    @Override
    public String toString() {
        return model.name() + "." + name;
    }
}
