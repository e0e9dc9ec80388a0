package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes one aggregate. */
final class AggregateText {

    private final Vocabulary words;
    private final SqlWriter sql = new SqlWriter();
    private final String root = sql.alias();
    private final List<FieldKind> kinds = new ArrayList<>();

    private AggregateText(Vocabulary words) {
        this.words = words;
    }

    static SqlQuery of(Vocabulary words, Aggregate aggregate) {
        return new AggregateText(words).query(aggregate);
    }

    private SqlQuery query(Aggregate aggregate) {
        FieldDefinition group = aggregate.groupBy();
        sql.add("select ");
        if (group != null) {
            kinds.add(group.kind());
            sql.add(words.names().column(root, group)).add(aggregate.measures().isEmpty() ? "" : ", ");
        }
        sql.list(aggregate.measures(), this::measure);
        sql.add(" from ")
                .add(words.names().table(aggregate.model()))
                .add(" as ")
                .add(root);
        Conditions.where(words, sql, root, aggregate.where());
        if (group != null) {
            sql.add(" group by ").add(words.names().column(root, group));
        }
        return SqlQuery.of(sql.done(), kinds);
    }

    private void measure(Aggregate.Measure measure) {
        FieldDefinition field = measure.field();
        if (field == null) {
            kinds.add(FieldKind.BIGINT);
            sql.add("count(*)");
            return;
        }
        String column = words.names().column(root, field);
        switch (measure.function()) {
            case COUNT -> {
                kinds.add(FieldKind.BIGINT);
                sql.add("count(" + column + ")");
            }
            case SUM -> {
                kinds.add(FieldKind.DECIMAL);
                sql.add(words.dialect().arithmetic().sum(column, field));
            }
            case MIN, MAX -> {
                kinds.add(field.kind());
                String function = measure.function() == Aggregate.Function.MIN ? "min(" : "max(";
                sql.add(words.restored(function + words.ordered(column, field) + ")", field));
            }
        }
    }
}
