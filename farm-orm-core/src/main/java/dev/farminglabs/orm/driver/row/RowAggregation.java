package dev.farminglabs.orm.driver.row;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Aggregate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts, sums and extremes of rows that have been found. */
public final class RowAggregation {

    /** One row of cells for each group, or one for all: the value of the group, then the measures in their order. */
    public static List<@Nullable Object[]> of(Aggregate aggregate, List<? extends Row> records) {
        FieldDefinition groupBy = aggregate.groupBy();
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (groupBy == null) {
            rows.add(row(
                    aggregate,
                    records,
                    new @Nullable Object[aggregate.measures().size()],
                    0));
            return rows;
        }
        Map<@Nullable Object, List<Row>> groups = new LinkedHashMap<>();
        for (Row record : records) {
            groups.computeIfAbsent(record.get(groupBy), value -> new ArrayList<>())
                    .add(record);
        }
        groups.forEach((value, group) -> {
            @Nullable Object[] cells = new @Nullable Object[aggregate.measures().size() + 1];
            cells[0] = value;
            rows.add(row(aggregate, group, cells, 1));
        });
        return rows;
    }

    private static @Nullable Object[] row(
            Aggregate aggregate, List<? extends Row> records, @Nullable Object[] cells, int from) {
        int at = from;
        for (Aggregate.Measure measure : aggregate.measures()) {
            cells[at++] = measured(measure, records);
        }
        return cells;
    }

    private static @Nullable Object measured(Aggregate.Measure measure, List<? extends Row> records) {
        FieldDefinition field = measure.field();
        if (field == null) {
            return (long) records.size();
        }
        List<Object> values = records.stream()
                .map(record -> record.get(field))
                .filter(Objects::nonNull)
                .<Object>map(Objects::requireNonNull)
                .toList();
        return switch (measure.function()) {
            case COUNT -> (long) values.size();
            case SUM ->
                values.stream()
                        .map(RowAggregation::exact)
                        .reduce(BigDecimal::add)
                        .map(Values::decimal)
                        .orElse(null);
            case MIN -> values.stream().min(Values::compare).orElse(null);
            case MAX -> values.stream().max(Values::compare).orElse(null);
        };
    }

    private static BigDecimal exact(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) number).longValue());
    }

    private RowAggregation() {}
}
