package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call must answer.
 *
 * @param value what it returns
 * @param ties  for a list, how many in a row may come in any order, group by group; null where the order is fixed
 * @param codes the codes it may fail with; empty when it must not
 */
record Expected(@Nullable Object value, @Nullable List<Integer> ties, Set<OrmErrorCode> codes) {

    /** Not to be made: what it does is left open by what the store is known to do. */
    static final Expected OPEN = new Expected("open", null, Set.of());

    boolean open() {
        return this == OPEN;
    }

    static Expected value(@Nullable Object value) {
        return new Expected(value, null, Set.of());
    }

    static Expected failure(Set<OrmErrorCode> codes) {
        return new Expected(null, null, codes);
    }

    boolean fails() {
        return !codes.isEmpty();
    }

    boolean met(Answer answer) {
        if (fails() || answer.code() != null) {
            return answer.code() != null && codes.contains(answer.code()) && answer.advice();
        }
        return Objects.equals(sorted(value), sorted(answer.value()));
    }

    private @Nullable Object sorted(@Nullable Object list) {
        if (ties == null || !(list instanceof List<?> items)) {
            return list;
        }
        List<Object> all = new ArrayList<>();
        int from = 0;
        for (int group : ties) {
            int to = Math.min(items.size(), from + group);
            all.addAll(Shapes.bag(new ArrayList<>(items.subList(from, to))));
            from = to;
        }
        all.addAll(items.subList(from, items.size()));
        return all;
    }

    @Override
    public String toString() {
        return fails() ? "failure " + codes : String.valueOf(sorted(value));
    }
}
