package dev.farminglabs.orm.autoconfigure.console.trace;

import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Write;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says an operation in words, with a question mark for each value: what a store without a language has for a statement. */
final class Wording implements Predicate.Visitor<String> {

    private static final Wording CONDITIONS = new Wording();

    static String of(Find find) {
        String order = find.sorts().stream()
                .map(sort -> sort.field().name() + (sort.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return "find " + find.model() + where(find.where()) + (order.isEmpty() ? "" : " order by " + order)
                + (find.skip() == null ? "" : " skip ?") + (find.take() == null ? "" : " take ?");
    }

    static String of(Aggregate aggregate) {
        String measures = aggregate.measures().stream()
                .map(measure -> measure.function().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return measures + " of " + aggregate.model() + where(aggregate.where());
    }

    static String of(Write write) {
        return write.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + write.model();
    }

    private static String where(Predicate where) {
        return where.equals(Predicate.every()) ? "" : " where " + where.accept(CONDITIONS);
    }

    @Override
    public String compare(Predicate.Compare compare) {
        String words = compare.comparison() == Comparison.EQUAL
                ? "="
                : compare.comparison().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return (compare.negated() ? "not " : "") + compare.field().name() + " " + words + " ?";
    }

    @Override
    public String in(Predicate.In in) {
        return in.field().name() + (in.negated() ? " not in (?)" : " in (?)");
    }

    @Override
    public String isNull(Predicate.IsNull isNull) {
        return isNull.field().name() + (isNull.negated() ? " is not null" : " is null");
    }

    @Override
    public String and(Predicate.And and) {
        return joined(and.parts(), " and ");
    }

    @Override
    public String or(Predicate.Or or) {
        return "(" + joined(or.parts(), " or ") + ")";
    }

    private static String joined(List<Predicate> parts, String word) {
        return parts.stream().map(part -> part.accept(CONDITIONS)).collect(Collectors.joining(word));
    }

    @Override
    public String related(Predicate.Related related) {
        return (related.negated() ? "no " : "some ") + related.relation().name() + where(related.where());
    }
}
