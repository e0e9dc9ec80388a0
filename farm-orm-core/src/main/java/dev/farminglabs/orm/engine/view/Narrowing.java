package dev.farminglabs.orm.engine.view;

import dev.farminglabs.orm.operation.PredicateSource;
import dev.farminglabs.orm.operation.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a relation inside a view is narrowed. Immutable.
 *
 * @param where what a related record must meet
 * @param sorts in what order
 * @param skip  how many to leave out for each parent
 * @param take  how many to give at most for each parent, or null for all
 */
public record Narrowing(
        PredicateSource where,
        List<Sort> sorts,
        int skip,
        @Nullable Integer take) {

    /** Everything, in any order. */
    public static final Narrowing NONE = new Narrowing(PredicateSource.EVERY, List.of(), 0, null);

    /** With one more condition. */
    public Narrowing where(PredicateSource more) {
        return new Narrowing(where.and(more), sorts, skip, take);
    }

    /** In that order. */
    public Narrowing orderBy(List<Sort> order) {
        return new Narrowing(where, List.copyOf(order), skip, take);
    }

    /** Without the first ones. */
    public Narrowing skip(int count) {
        return new Narrowing(where, sorts, count, take);
    }

    /** At most that many. */
    public Narrowing take(int count) {
        return new Narrowing(where, sorts, skip, count);
    }

    boolean onlyFilters() {
        return sorts.isEmpty() && !paged();
    }

    /** Whether not all related records are asked for. */
    public boolean paged() {
        return skip > 0 || take != null;
    }
}
