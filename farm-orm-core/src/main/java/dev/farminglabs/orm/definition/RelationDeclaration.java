package dev.farminglabs.orm.definition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A relation while its model class is being constructed. Everything that points to another model is a supplier, so that
 * models may point at each other.
 *
 * @param kind       how the relation leads to the other model
 * @param target     the other model
 * @param foreignKey the field that holds the key: here for belongs-to, on the other side for has-one and has-many, on the
 *                   join model (pointing here) for many-to-many
 * @param joinTarget for many-to-many the join model's field that points to the other side, otherwise null
 */
public record RelationDeclaration(
        RelationKind kind,
        Supplier<ModelDefinition> target,
        Supplier<FieldDefinition> foreignKey,
        @Nullable Supplier<FieldDefinition> joinTarget) {}
