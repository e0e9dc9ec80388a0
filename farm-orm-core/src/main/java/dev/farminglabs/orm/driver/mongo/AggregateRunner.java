package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.ONE;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.ZERO;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.array;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.path;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.pathOrNull;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.mongo.bson.FieldValues;
import dev.farminglabs.orm.driver.mongo.bson.WideDecimal;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Arguments;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Computes over records, in one command. Sums are made of exact decimals, so none overflows and none is rounded. */
final class AggregateRunner {

    private static final BsonDecimal128 EXACT_ZERO = new BsonDecimal128(new Decimal128(BigDecimal.ZERO));

    private final Names names;
    private final Arguments arguments;
    private final Aggregate aggregate;

    AggregateRunner(Names names, Arguments arguments, Aggregate aggregate) {
        this.names = names;
        this.arguments = arguments;
        this.aggregate = aggregate;
    }

    List<@Nullable Object[]> rows(Records records) {
        FieldDefinition groupBy = aggregate.groupBy();
        BsonDocument group = doc(Names.ID, groupBy == null ? BsonNull.VALUE : pathOrNull(names.key(groupBy)));
        for (int i = 0; i < aggregate.measures().size(); i++) {
            measure(aggregate.measures().get(i), i, group);
        }
        List<BsonDocument> stages =
                Conditions.of(names, arguments, aggregate.where()).stages();
        stages.add(doc("$group", group));
        List<BsonDocument> groups = records.aggregate(stages);
        if (groups.isEmpty() && groupBy == null) {
            groups = List.of(new BsonDocument());
        }
        List<@Nullable Object[]> rows = new ArrayList<>(groups.size());
        groups.forEach(found -> rows.add(row(found)));
        return rows;
    }

    private void measure(Aggregate.Measure measure, int index, BsonDocument group) {
        FieldDefinition field = measure.field();
        if (field == null) {
            group.append("m" + index, doc("$sum", ONE));
            return;
        }
        String key = names.key(field);
        switch (measure.function()) {
            case COUNT -> group.append("m" + index, present(key));
            case MIN -> group.append("m" + index, doc("$min", path(key)));
            case MAX -> group.append("m" + index, doc("$max", path(key)));
            case SUM -> {
                group.append("c" + index, present(key));
                if (WideDecimal.is(field)) {
                    group.append("m" + index, doc("$sum", path(key + "." + WideDecimal.WHOLE)));
                    group.append("r" + index, doc("$sum", path(key + "." + WideDecimal.REST)));
                } else {
                    group.append("m" + index, doc("$sum", doc("$add", array(path(key), EXACT_ZERO))));
                }
            }
        }
    }

    /** How many records have a value. */
    private static BsonDocument present(String key) {
        return doc("$sum", doc("$cond", array(doc("$gt", array(path(key), BsonNull.VALUE)), ONE, ZERO)));
    }

    private @Nullable Object[] row(BsonDocument group) {
        FieldDefinition groupBy = aggregate.groupBy();
        int front = groupBy == null ? 0 : 1;
        @Nullable Object[] cells = new @Nullable Object[aggregate.measures().size() + front];
        if (groupBy != null) {
            cells[0] = FieldValues.read(groupBy, group.get(Names.ID));
        }
        for (int i = 0; i + front < cells.length; i++) {
            cells[i + front] = measured(aggregate.measures().get(i), i, group);
        }
        return cells;
    }

    private static @Nullable Object measured(Aggregate.Measure measure, int index, BsonDocument group) {
        BsonValue value = group.get("m" + index);
        return switch (measure.function()) {
            case COUNT -> exact(value).longValueExact();
            case MIN, MAX -> FieldValues.read(Objects.requireNonNull(measure.field()), value);
            case SUM -> sum(Objects.requireNonNull(measure.field()), index, group);
        };
    }

    private static @Nullable BigDecimal sum(FieldDefinition field, int index, BsonDocument group) {
        if (exact(group.get("c" + index)).signum() == 0) {
            return null;
        }
        BigDecimal sum = exact(group.get("m" + index));
        return FieldValues.stripped(
                WideDecimal.is(field) ? WideDecimal.of(field).join(sum, exact(group.get("r" + index))) : sum);
    }

    private static BigDecimal exact(@Nullable BsonValue value) {
        BigDecimal number = FieldValues.number(value);
        return number == null ? BigDecimal.ZERO : number;
    }
}
