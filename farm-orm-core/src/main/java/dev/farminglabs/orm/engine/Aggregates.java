package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.engine.value.FieldCodecs;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Aggregate.Function;
import dev.farminglabs.orm.operation.Aggregate.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts and computes. Thread-safe. */
record Aggregates(DriverSession session, Supplier<Values> operations, FieldCodecs codecs) {

    private static final MathContext MEAN = new MathContext(38, RoundingMode.HALF_UP);

    private static final Measure RECORDS = new Measure(Function.COUNT, null);

    long count(Request request) {
        Integer take = request.take();
        if (take != null && take == 0) {
            return 0;
        }
        long all = (Long) value(rows(request, null, RECORDS).get(0), 0);
        long rest = Math.max(0, all - request.skip());
        return take == null ? rest : Math.min(rest, take);
    }

    <V> Map<@Nullable V, Long> countBy(Request request, FieldDefinition field) {
        refusePaged("countBy", request);
        if (field.kind() == FieldKind.JSON) {
            throw Refusal.query(
                    request.model(),
                    field + " is JSON and cannot be counted by: make what drives a query a field of its own");
        }
        Map<@Nullable V, Long> counts = new LinkedHashMap<>();
        for (@Nullable Object[] row : rows(request, field, RECORDS)) {
            counts.put(decoded(field, row[0]), (Long) value(row, 1));
        }
        return counts;
    }

    BigDecimal sum(Request request, FieldDefinition field) {
        refusePaged("sum", request);
        Object sum = rows(request, null, new Measure(Function.SUM, field)).get(0)[0];
        return sum == null ? BigDecimal.ZERO : (BigDecimal) sum;
    }

    /** Computed of sum and count, so that it is the same on every store. */
    Optional<BigDecimal> average(Request request, FieldDefinition field) {
        refusePaged("avg", request);
        @Nullable
        Object[] row = rows(request, null, new Measure(Function.SUM, field), new Measure(Function.COUNT, field))
                .get(0);
        if (row[0] == null) {
            return Optional.empty();
        }
        BigDecimal mean = ((BigDecimal) row[0])
                .divide(BigDecimal.valueOf((Long) value(row, 1)), MEAN)
                .stripTrailingZeros();
        return Optional.of(mean.scale() < 0 ? mean.setScale(0) : mean);
    }

    <V> Optional<V> extreme(String verb, Function function, Request request, FieldDefinition field) {
        refusePaged(verb, request);
        return Optional.ofNullable(
                decoded(field, rows(request, null, new Measure(function, field)).get(0)[0]));
    }

    // the codec decodes to the field's Java type, which is the caller's V
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <V> @Nullable V decoded(FieldDefinition field, @Nullable Object stored) {
        return (V) codecs.of(field).decode(stored);
    }

    private static Object value(@Nullable Object[] row, int index) {
        Object value = row[index];
        if (value == null) {
            throw new IllegalStateException("A count is never null");
        }
        return value;
    }

    private List<@Nullable Object[]> rows(Request request, @Nullable FieldDefinition groupBy, Measure... measures) {
        Values values = operations.get();
        ModelDefinition model = request.model();
        Aggregate aggregate = new Aggregate(
                model,
                new Visibility(request.scope(), values)
                        .of(model, request.where().bind(values)),
                Arrays.asList(measures),
                groupBy);
        return session.aggregate(aggregate, values.arguments());
    }

    private static void refusePaged(String verb, Request request) {
        if (request.skip() > 0 || request.take() != null) {
            throw Refusal.query(
                    request.model(), verb + " is over all records that meet the conditions: leave out skip and take");
        }
    }
}
