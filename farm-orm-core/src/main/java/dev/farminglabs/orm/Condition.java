package dev.farminglabs.orm;

import dev.farminglabs.orm.operation.Binder;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.PredicateSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What is true of a record of a model, in two-valued logic: {@code not(c)} is true exactly where {@code c} is false.
 * Immutable and thread-safe; can be kept and used in any number of queries.
 *
 * @param <M> the model
 */
public final class Condition<M extends Model<M>> {

    final PredicateSource source;

    Condition(PredicateSource source) {
        this.source = source;
    }

    /** Both are true. */
    public Condition<M> and(Condition<M> other) {
        return new Condition<>(source.and(other.source));
    }

    /** At least one is true. */
    public Condition<M> or(Condition<M> other) {
        return anyOf(List.of(this, other));
    }

    /** This one is false. */
    public Condition<M> not() {
        return new Condition<>(binder -> source.bind(binder).negate());
    }

    /** All are true; of none, true. */
    @SafeVarargs
    public static <M extends Model<M>> Condition<M> allOf(Condition<M>... conditions) {
        return allOf(Arrays.asList(conditions));
    }

    /** All are true; of none, true. */
    public static <M extends Model<M>> Condition<M> allOf(Collection<Condition<M>> conditions) {
        List<Condition<M>> all = List.copyOf(conditions);
        return all.size() == 1 ? all.get(0) : new Condition<>(binder -> Predicate.and(bound(all, binder)));
    }

    /** At least one is true; of none, false. */
    @SafeVarargs
    public static <M extends Model<M>> Condition<M> anyOf(Condition<M>... conditions) {
        return anyOf(Arrays.asList(conditions));
    }

    /** At least one is true; of none, false. */
    public static <M extends Model<M>> Condition<M> anyOf(Collection<Condition<M>> conditions) {
        List<Condition<M>> all = List.copyOf(conditions);
        return all.size() == 1 ? all.get(0) : new Condition<>(binder -> Predicate.or(bound(all, binder)));
    }

    private static <M extends Model<M>> List<Predicate> bound(List<Condition<M>> all, Binder binder) {
        List<Predicate> bound = new ArrayList<>(all.size());
        for (Condition<M> one : all) {
            bound.add(one.source.bind(binder));
        }
        return bound;
    }
}
