package dev.farminglabs.orm.operation;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a record, in two-valued logic: a comparison with a null field is false, and a negated leaf is true
 * exactly where the plain one is false, so also for null. Negation stands at the leaves only. Immutable, compared by
 * value.
 */
public sealed interface Predicate {

    /**
     * Compares a field with a value.
     *
     * @param field      the field
     * @param comparison how
     * @param value      the value's slot, never null in it
     * @param negated    true where the comparison is false or the field is null
     */
    record Compare(FieldDefinition field, Comparison comparison, Slot value, boolean negated) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }

        // Written out, because it is part of every look-up of a plan.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Compare that
                    && field == that.field
                    && comparison == that.comparison
                    && negated == that.negated
                    && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * field.hashCode() + comparison.hashCode()) + (negated ? ~value.index() : value.index());
        }
    }

    /**
     * The field holds one of several values.
     *
     * @param field   the field
     * @param values  the slot of a list without nulls; it may be empty
     * @param negated true where the field holds none of them or is null
     */
    record In(FieldDefinition field, Slot values, boolean negated) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.in(this);
        }
    }

    /**
     * The field has no value.
     *
     * @param field   the field
     * @param negated true where it has one
     */
    record IsNull(FieldDefinition field, boolean negated) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isNull(this);
        }
    }

    /**
     * All of them; of none, true.
     *
     * @param parts the conditions
     */
    record And(List<Predicate> parts) implements Predicate {
        private static final And OF_NONE = new And(List.of());

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /**
     * At least one of them; of none, false.
     *
     * @param parts the conditions
     */
    record Or(List<Predicate> parts) implements Predicate {
        private static final Or OF_NONE = new Or(List.of());

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /**
     * A related record meets the condition.
     *
     * @param relation the relation
     * @param link     for many-to-many, what a record of the join model must meet to link; otherwise {@link #every()}
     * @param where    what is asked of the related record
     * @param negated  true where no related record does
     */
    record Related(RelationDefinition relation, Predicate link, Predicate where, boolean negated) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.related(this);
        }
    }

    /**
     * One answer for each kind of predicate.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** For a comparison. */
        R compare(Compare compare);

        /** For membership in a list. */
        R in(In in);

        /** For absence. */
        R isNull(IsNull isNull);

        /** For a conjunction. */
        R and(And and);

        /** For a disjunction. */
        R or(Or or);

        /** For a condition on a related record. */
        R related(Related related);
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** True of every record. */
    static Predicate every() {
        return And.OF_NONE;
    }

    /** True of no record. */
    static Predicate none() {
        return Or.OF_NONE;
    }

    /** True exactly where this is false. */
    default Predicate negate() {
        return accept(Negation.INSTANCE);
    }

    /** Both, without nesting one conjunction in another. */
    static Predicate and(Predicate one, Predicate other) {
        return and(List.of(one, other));
    }

    /** All, without nesting one conjunction in another. */
    static Predicate and(List<Predicate> all) {
        List<Predicate> parts = new ArrayList<>(all.size());
        for (Predicate predicate : all) {
            if (predicate instanceof And and) {
                parts.addAll(and.parts());
            } else {
                parts.add(predicate);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new And(List.copyOf(parts));
    }

    /** At least one, without nesting one disjunction in another. */
    static Predicate or(List<Predicate> all) {
        List<Predicate> parts = new ArrayList<>(all.size());
        for (Predicate predicate : all) {
            if (predicate instanceof Or or) {
                parts.addAll(or.parts());
            } else {
                parts.add(predicate);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Or(List.copyOf(parts));
    }
}
