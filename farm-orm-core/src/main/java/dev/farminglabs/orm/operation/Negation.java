package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.operation.Predicate.And;
import dev.farminglabs.orm.operation.Predicate.Compare;
import dev.farminglabs.orm.operation.Predicate.In;
import dev.farminglabs.orm.operation.Predicate.IsNull;
import dev.farminglabs.orm.operation.Predicate.Or;
import dev.farminglabs.orm.operation.Predicate.Related;

/** Pushes a negation to the leaves. */
enum Negation implements Predicate.Visitor<Predicate> {
    INSTANCE;

    @Override
    public Predicate compare(Compare compare) {
        return new Compare(compare.field(), compare.comparison(), compare.value(), !compare.negated());
    }

    @Override
    public Predicate in(In in) {
        return new In(in.field(), in.values(), !in.negated());
    }

    @Override
    public Predicate isNull(IsNull isNull) {
        return new IsNull(isNull.field(), !isNull.negated());
    }

    @Override
    public Predicate and(And and) {
        return Predicate.or(and.parts().stream().map(Predicate::negate).toList());
    }

    @Override
    public Predicate or(Or or) {
        return Predicate.and(or.parts().stream().map(Predicate::negate).toList());
    }

    @Override
    public Predicate related(Related related) {
        return new Related(related.relation(), related.link(), related.where(), !related.negated());
    }
}
