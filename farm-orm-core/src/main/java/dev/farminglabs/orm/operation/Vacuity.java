package dev.farminglabs.orm.operation;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds conditions that say nothing: true, or false, of every record whatever is stored, because what they hold is empty.
 *
 * @param values the value of each slot of the conditions
 * @param truth  what they may be of every record
 */
public record Vacuity(Function<Slot, @Nullable Object> values, boolean truth) implements Predicate.Visitor<Boolean> {

    /** Whether the condition is true of every record. */
    public static boolean everywhere(Predicate where, Function<Slot, @Nullable Object> values) {
        return where.accept(new Vacuity(values, true));
    }

    /** Every text has the empty text in it, but a null field is no text. */
    @Override
    public Boolean compare(Predicate.Compare compare) {
        boolean part = switch (compare.comparison()) {
            case CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    CONTAINS_IGNORE_CASE,
                    STARTS_WITH_IGNORE_CASE,
                    ENDS_WITH_IGNORE_CASE -> "".equals(values.apply(compare.value()));
            default -> false;
        };
        return part && !compare.field().nullable() && compare.negated() != truth;
    }

    @Override
    public Boolean in(Predicate.In in) {
        return in.negated() == truth && values.apply(in.values()) instanceof List<?> list && list.isEmpty();
    }

    @Override
    public Boolean isNull(Predicate.IsNull isNull) {
        return isNull.negated() == truth && !isNull.field().nullable();
    }

    @Override
    public Boolean and(Predicate.And and) {
        return truth
                ? and.parts().stream().allMatch(part -> part.accept(this))
                : and.parts().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean or(Predicate.Or or) {
        return truth
                ? or.parts().stream().anyMatch(part -> part.accept(this))
                : or.parts().stream().allMatch(part -> part.accept(this));
    }

    /** No related record meets what none can meet. */
    @Override
    public Boolean related(Predicate.Related related) {
        return related.negated() == truth && related.where().accept(new Vacuity(values, false));
    }
}
