package dev.farminglabs.orm.planted;

import static dev.farminglabs.orm.operation.Comparison.CONTAINS;
import static dev.farminglabs.orm.operation.Comparison.ENDS_WITH;
import static dev.farminglabs.orm.operation.Comparison.EQUAL;
import static dev.farminglabs.orm.operation.Comparison.EQUAL_IGNORE_CASE;
import static dev.farminglabs.orm.operation.Comparison.GREATER;
import static dev.farminglabs.orm.operation.Comparison.GREATER_OR_EQUAL;
import static dev.farminglabs.orm.operation.Comparison.STARTS_WITH;

import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Predicate.Compare;
import dev.farminglabs.orm.operation.Predicate.In;
import dev.farminglabs.orm.operation.Predicate.IsNull;
import dev.farminglabs.orm.operation.Predicate.Related;
import java.util.List;
import java.util.Set;

/** The ways in which a leaf of a condition goes wrong. */
final class WrongLeaves {

    private static final Set<Comparison> PARTS = Set.of(CONTAINS, STARTS_WITH, ENDS_WITH);

    /** {@code like} without an escape: a pattern of wildcards alone matches everything. */
    static Predicate wildcards(Predicate leaf, Values values, Arguments arguments) {
        if (leaf instanceof Compare compare && PARTS.contains(compare.comparison())) {
            String text = (String) arguments.require(compare.value());
            return new Compare(
                    compare.field(), compare.comparison(), values.add(text.replaceAll("[%_]", "")), compare.negated());
        }
        return leaf;
    }

    /** {@code <>} of SQL, which is not true of null. */
    static Predicate neDropsNulls(Predicate leaf, Values values, Arguments arguments) {
        return leaf instanceof Compare compare && compare.comparison() == EQUAL && compare.negated()
                ? Predicate.and(leaf, new IsNull(compare.field(), true))
                : leaf;
    }

    /** {@code not in} of SQL. */
    static Predicate notInDropsNulls(Predicate leaf, Values values, Arguments arguments) {
        return leaf instanceof In in && in.negated() ? Predicate.and(leaf, new IsNull(in.field(), true)) : leaf;
    }

    /** A list goes in chunks of a hundred, and each chunk loses its last value. */
    static Predicate chunksOffByOne(Predicate leaf, Values values, Arguments arguments) {
        if (leaf instanceof In in && arguments.list(in.values()).size() > 100) {
            List<?> all = arguments.list(in.values());
            List<?> kept = java.util.stream.IntStream.range(0, all.size())
                    .filter(i -> i % 100 != 99)
                    .mapToObj(all::get)
                    .toList();
            return new In(in.field(), values.add(kept), in.negated());
        }
        return leaf;
    }

    /** No list, no condition. */
    static Predicate emptyInIsAll(Predicate leaf, Values values, Arguments arguments) {
        return leaf instanceof In in && arguments.list(in.values()).isEmpty() ? Predicate.every() : leaf;
    }

    /** A collation that takes {@code A} for {@code a}. */
    static Predicate caseIgnored(Predicate leaf, Values values, Arguments arguments) {
        return leaf instanceof Compare compare
                        && compare.comparison() == EQUAL
                        && compare.field().kind() == FieldKind.STRING
                ? new Compare(compare.field(), EQUAL_IGNORE_CASE, compare.value(), compare.negated())
                : leaf;
    }

    /** The end of a range is left out. */
    static Predicate rangesExclusive(Predicate leaf, Values values, Arguments arguments) {
        return leaf instanceof Compare compare && compare.comparison() == GREATER_OR_EQUAL
                ? new Compare(compare.field(), GREATER, compare.value(), compare.negated())
                : leaf;
    }

    /** "No related record does" read as "a related record does not". */
    static Predicate noneMeansSomeNot(Predicate leaf, Values values, Arguments arguments) {
        return leaf instanceof Related related && related.negated()
                ? new Related(
                        related.relation(), related.link(), related.where().negate(), false)
                : leaf;
    }

    private WrongLeaves() {}
}
