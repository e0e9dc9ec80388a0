package dev.farminglabs.orm.definition;

import org.jspecify.annotations.Nullable;

/**
 * A way from one model to another. Immutable; equality is identity. Its ends are found when first asked for, because
 * models may point at each other.
 */
public final class RelationDefinition {

    /** The ends, found together. */
    private record Ends(
            ModelDefinition target,
            FieldDefinition localKey,
            FieldDefinition targetKey,
            @Nullable FieldDefinition joinLocal,
            @Nullable FieldDefinition joinTarget) {}

    private final ModelDefinition model;
    private final String name;
    private final RelationDeclaration declared;
    private volatile @Nullable Ends ends;

    RelationDefinition(ModelDefinition model, String name, RelationDeclaration declared) {
        this.model = model;
        this.name = name;
        this.declared = declared;
    }

    /** The model the relation leads from. */
    public ModelDefinition model() {
        return model;
    }

    /** The Java name of the relation in its model class. */
    public String name() {
        return name;
    }

    /** How it leads to the other model. */
    public RelationKind kind() {
        return declared.kind();
    }

    /** The model the relation leads to. */
    public ModelDefinition target() {
        return ends().target;
    }

    /** The field of this model whose value the link is made of. */
    public FieldDefinition localKey() {
        return ends().localKey;
    }

    /** The field of the other model whose value the link is made of. */
    public FieldDefinition targetKey() {
        return ends().targetKey;
    }

    /** For many-to-many: the join model's field that holds {@link #localKey()}; otherwise null. */
    public @Nullable FieldDefinition joinLocal() {
        return ends().joinLocal;
    }

    /** For many-to-many: the join model's field that holds {@link #targetKey()}; otherwise null. */
    public @Nullable FieldDefinition joinTarget() {
        return ends().joinTarget;
    }

    /** Whether a record can be without a target: always for has-one, for belongs-to when the key may be null. */
    public boolean optional() {
        return kind() == RelationKind.HAS_ONE
                || (kind() == RelationKind.BELONGS_TO && localKey().nullable());
    }

    private Ends ends() {
        Ends found = ends;
        if (found == null) {
            found = find();
            ends = found;
        }
        return found;
    }

    private Ends find() {
        FieldDefinition key = declared.foreignKey().get();
        ModelDefinition target = declared.target().get();
        return switch (kind()) {
            case BELONGS_TO -> new Ends(target, key, referenced(key, target), null, null);
            case HAS_ONE, HAS_MANY -> new Ends(target, referenced(key, model), key, null, null);
            case MANY_TO_MANY -> {
                if (declared.joinTarget() == null) {
                    throw new IllegalStateException(this + " has no key to its target");
                }
                FieldDefinition toTarget = declared.joinTarget().get();
                yield new Ends(target, referenced(key, model), referenced(toTarget, target), key, toTarget);
            }
        };
    }

    /** The field a key points at: what it references in that model, else the id. */
    private static FieldDefinition referenced(FieldDefinition key, ModelDefinition owner) {
        ReferenceDefinition reference = key.reference();
        return reference != null && reference.target().model() == owner ? reference.target() : owner.id();
    }

    @Override
    public String toString() {
        return model.name() + "." + name;
    }
}
