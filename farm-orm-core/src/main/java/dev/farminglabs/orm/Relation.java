package dev.farminglabs.orm;

import dev.farminglabs.orm.definition.RelationDeclaration;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.PredicateSource;

/**
 * A way from one model to another. Followed by name in records, and by its methods in conditions.
 *
 * @param <M> the model it leads from
 * @param <T> the model it leads to
 */
public abstract class Relation<M extends Model<M>, T extends Model<T>> {

    private final Model<M> owner;
    final RelationDeclaration declaration;

    Relation(Model<M> owner, RelationDeclaration declaration) {
        this.owner = owner;
        this.declaration = declaration;
    }

    final RelationDefinition definition() {
        return owner.definition().relation(declaration);
    }

    /** There is no related record. */
    public final Condition<M> isEmpty() {
        return related(PredicateSource.EVERY, false, true);
    }

    /** There is a related record. */
    public final Condition<M> isNotEmpty() {
        return related(PredicateSource.EVERY, false, false);
    }

    final Condition<M> related(PredicateSource target, boolean targetNegated, boolean negated) {
        return new Condition<>(binder -> {
            Predicate where = target.bind(binder);
            return new Predicate.Related(
                    definition(), Predicate.every(), targetNegated ? where.negate() : where, negated);
        });
    }

    /** Model and relation, such as {@code workspace.memberships}. */
    @Override
    public final String toString() {
        return definition().toString();
    }
}
