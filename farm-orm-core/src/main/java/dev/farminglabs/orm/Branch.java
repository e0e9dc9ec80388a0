package dev.farminglabs.orm;

import dev.farminglabs.orm.engine.view.Narrowing;
import java.util.Arrays;

/**
 * How a relation inside a select shape is narrowed; see {@link Projection#with}. Immutable.
 *
 * @param <C> the model the relation leads to
 */
public final class Branch<C extends Model<C>> {

    final Narrowing narrowing;

    Branch(Narrowing narrowing) {
        this.narrowing = narrowing;
    }

    /** Only records that meet all of the conditions. */
    @SafeVarargs
    public final Branch<C> where(Condition<C>... conditions) {
        return new Branch<>(narrowing.where(Condition.allOf(Arrays.asList(conditions)).source));
    }

    /** In that order. */
    @SafeVarargs
    public final Branch<C> orderBy(Order<C>... order) {
        return new Branch<>(
                narrowing.orderBy(Arrays.stream(order).map(one -> one.sort).toList()));
    }

    /** Leaves out the first records of each parent. */
    public Branch<C> skip(int count) {
        return new Branch<>(narrowing.skip(Query.notNegative("skip", count)));
    }

    /** At most that many records for each parent. */
    public Branch<C> take(int count) {
        return new Branch<>(narrowing.take(Query.notNegative("take", count)));
    }
}
