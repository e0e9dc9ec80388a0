package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.redis.layout.Liveness;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.StoredRow;
import dev.farminglabs.orm.driver.row.RowAggregation;
import dev.farminglabs.orm.driver.row.Values;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts from an index where that is possible, and otherwise computes over the records found. Used for one operation. */
final class Aggregates {

    private final Place place;
    private final Arguments arguments;
    private final Aggregate aggregate;

    Aggregates(Place place, Arguments arguments, Aggregate aggregate) {
        this.place = place;
        this.arguments = arguments;
        this.aggregate = aggregate;
    }

    List<@Nullable Object[]> rows() {
        String index = countingIndex();
        if (index != null) {
            ModelLayout layout = place.layout(aggregate.model());
            String after = Liveness.after(layout, aggregate.where(), arguments);
            // scores are whole milliseconds: later than one is at least the next
            double least = after == null ? Double.NEGATIVE_INFINITY : Long.parseLong(after) + 1;
            return one(new @Nullable Object[] {place.commands().countMembers(index, least)});
        }
        return computed();
    }

    private static List<@Nullable Object[]> one(@Nullable Object[] row) {
        List<@Nullable Object[]> rows = new ArrayList<>(1);
        rows.add(row);
        return rows;
    }

    /** The index whose members are exactly the records to be counted; null when there is none. */
    private @Nullable String countingIndex() {
        ModelLayout layout = place.layout(aggregate.model());
        boolean plain = aggregate.groupBy() == null
                && aggregate.measures().stream().allMatch(measure -> measure.field() == null)
                && aggregate.measures().size() == 1;
        if (!plain || layout.single()) {
            return null;
        }
        String index = layout.everyKey();
        for (Predicate part : Liveness.parts(aggregate.where())) {
            if (!Liveness.is(layout, part)) {
                String narrower = equality(layout, part);
                if (narrower == null || !index.equals(layout.everyKey())) {
                    return null;
                }
                index = narrower;
            }
        }
        return index;
    }

    private @Nullable String equality(ModelLayout layout, Predicate part) {
        return part instanceof Predicate.Compare compare
                        && compare.comparison() == Comparison.EQUAL
                        && !compare.negated()
                        && layout.equality().contains(compare.field())
                        && place.usable(layout).contains(compare.field())
                ? layout.equalityKey(compare.field(), Values.normal(arguments.require(compare.value())))
                : null;
    }

    private List<@Nullable Object[]> computed() {
        FieldDefinition groupBy = aggregate.groupBy();
        Set<FieldDefinition> wanted = new LinkedHashSet<>();
        if (groupBy != null) {
            wanted.add(groupBy);
        }
        for (Aggregate.Measure measure : aggregate.measures()) {
            FieldDefinition field = measure.field();
            if (field != null) {
                wanted.add(field);
            }
        }
        List<StoredRow> found = new Search(place, arguments).rows(aggregate.model(), aggregate.where(), null, wanted);
        return RowAggregation.of(aggregate, found);
    }
}
