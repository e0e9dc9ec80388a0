package dev.farminglabs.orm.operation;

/** A condition that still holds its values: binding it gives the tree and leaves the values with the binder. */
@FunctionalInterface
public interface PredicateSource {

    /** True of every record. */
    PredicateSource EVERY = binder -> Predicate.every();

    /** The tree; values go to the binder in the order of the tree. */
    Predicate bind(Binder binder);

    /** True where both are. */
    default PredicateSource and(PredicateSource other) {
        if (this == EVERY) {
            return other;
        }
        if (other == EVERY) {
            return this;
        }
        return binder -> Predicate.and(bind(binder), other.bind(binder));
    }
}
