package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.redis.layout.Source.Part;
import dev.farminglabs.orm.driver.redis.layout.Source.Rank;
import dev.farminglabs.orm.driver.row.Values;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out where the records that may meet a condition are to be looked for. */
public final class Sources implements Predicate.Visitor<Source> {

    /** So many combinations of values of a compound key are looked up; of more, the key is not used. */
    private static final int COMBINATIONS = 10_000;

    private final ModelLayout layout;
    private final Arguments arguments;
    private final Set<FieldDefinition> usable;

    /**
     * For one operation on a model.
     *
     * @param usable the indexes that are complete
     */
    public Sources(ModelLayout layout, Arguments arguments, Set<FieldDefinition> usable) {
        this.layout = layout;
        this.arguments = arguments;
        this.usable = usable;
    }

    /** Where they are; the condition has still to be asked of each. */
    public Source of(Predicate where) {
        return where.accept(this);
    }

    @Override
    public Source compare(Predicate.Compare compare) {
        if (compare.negated()) {
            return Source.EVERYWHERE;
        }
        Object value = arguments.require(compare.value());
        if (compare.comparison() == Comparison.EQUAL) {
            return with(compare.field(), List.of(value));
        }
        if (!layout.ranges().contains(compare.field()) || !usable.contains(compare.field())) {
            return Source.EVERYWHERE;
        }
        return switch (compare.comparison()) {
            // bounds that belong to it: scores are rounded beyond 2^53, and the condition is asked again of each record
            case GREATER, GREATER_OR_EQUAL -> range(compare.field(), Cells.text(value), "+inf");
            case LESS, LESS_OR_EQUAL -> range(compare.field(), "-inf", Cells.text(value));
            default -> Source.EVERYWHERE;
        };
    }

    private Source range(FieldDefinition field, String least, String most) {
        return Source.sets(Rank.RANGE, List.of(new Part(layout.rangeKey(field), false, least, most)));
    }

    @Override
    public Source in(Predicate.In in) {
        return in.negated() ? Source.EVERYWHERE : with(in.field(), arguments.list(in.values()));
    }

    @Override
    public Source isNull(Predicate.IsNull isNull) {
        return Source.EVERYWHERE;
    }

    @Override
    public Source related(Predicate.Related related) {
        return Source.EVERYWHERE;
    }

    @Override
    public Source and(Predicate.And and) {
        Source best = Source.EVERYWHERE;
        Map<FieldDefinition, Collection<?>> fixed = new HashMap<>();
        for (Predicate part : and.parts()) {
            best = best.or(of(part));
            fix(part, fixed);
        }
        for (UniqueDefinition unique : layout.model().uniques()) {
            if (unique.fields().size() > 1 && fixed.keySet().containsAll(unique.fields())) {
                List<List<Object>> combined = combined(unique, fixed);
                if (combined != null) {
                    best = best.or(keyed(unique, combined));
                }
            }
        }
        return best;
    }

    private void fix(Predicate part, Map<FieldDefinition, Collection<?>> fixed) {
        if (part instanceof Predicate.Compare compare
                && compare.comparison() == Comparison.EQUAL
                && !compare.negated()) {
            fixed.put(compare.field(), List.of(arguments.require(compare.value())));
        } else if (part instanceof Predicate.In in && !in.negated()) {
            fixed.putIfAbsent(in.field(), arguments.list(in.values()));
        }
    }

    private static @Nullable List<List<Object>> combined(
            UniqueDefinition unique, Map<FieldDefinition, Collection<?>> fixed) {
        List<List<Object>> all = List.of(List.of());
        for (FieldDefinition field : unique.fields()) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> values : all) {
                for (Object value : fixed.getOrDefault(field, List.of())) {
                    List<Object> more = new ArrayList<>(values);
                    more.add(Values.normal(value));
                    longer.add(more);
                }
            }
            if (longer.size() > COMBINATIONS) {
                return null;
            }
            all = longer;
        }
        return all;
    }

    @Override
    public Source or(Predicate.Or or) {
        Source all = Source.NOWHERE;
        for (Predicate part : or.parts()) {
            all = all.and(of(part));
            if (all.rank() == Rank.EVERYWHERE) {
                break;
            }
        }
        return all;
    }

    /** The records that hold one of the values. */
    public Source with(FieldDefinition field, Collection<?> values) {
        Set<Object> distinct = new LinkedHashSet<>();
        values.forEach(value -> distinct.add(Values.normal(value)));
        if (distinct.isEmpty()) {
            return Source.NOWHERE;
        }
        for (UniqueDefinition unique : layout.model().uniques()) {
            if (unique.fields().size() == 1 && unique.fields().get(0) == field) {
                return keyed(unique, distinct.stream().map(List::of).toList());
            }
        }
        if (!usable.contains(field)) {
            return Source.EVERYWHERE;
        }
        if (layout.ranges().contains(field)) {
            List<Part> parts = distinct.stream()
                    .map(value -> new Part(layout.rangeKey(field), false, Cells.text(value), Cells.text(value)))
                    .toList();
            return Source.sets(Rank.EQUALITY, parts);
        }
        return Source.sets(
                Rank.EQUALITY,
                distinct.stream()
                        .map(value -> timed(layout.equalityKey(field, value)))
                        .toList());
    }

    /** All of an index whose scores are the records' times. */
    public static Part timed(String key) {
        return new Part(key, true, "-inf", "+inf");
    }

    /** The records that hold one of those combinations of a unique key's values. */
    public Source keyed(UniqueDefinition unique, List<List<Object>> combinations) {
        if (combinations.isEmpty()) {
            return Source.NOWHERE;
        }
        List<String> handles = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        for (List<Object> values : combinations) {
            if (unique == layout.home()) {
                handles.add(layout.handle(values));
            } else if (unique.isId() && Digests.derived((String) values.get(0))) {
                handles.add((String) values.get(0));
            } else {
                pointers.add(layout.pointerKey(unique, values));
            }
        }
        return Source.keys(handles, pointers);
    }
}
