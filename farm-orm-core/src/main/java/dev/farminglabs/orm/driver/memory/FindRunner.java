package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.driver.row.RowOrder;
import dev.farminglabs.orm.driver.row.RowTest;
import dev.farminglabs.orm.driver.row.Values;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import dev.farminglabs.orm.operation.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads records. */
final class FindRunner {

    private final SchemaTables tables;
    private final Arguments arguments;
    private final Find find;
    private final RowShape shape;

    FindRunner(SchemaTables tables, Arguments arguments, Find find) {
        this.tables = tables;
        this.arguments = arguments;
        this.find = find;
        this.shape = new RowShape(tables, find.selection(), arguments);
    }

    List<@Nullable Object[]> rows() {
        Parents parents = find.parents();
        if (parents != null) {
            return targets(parents);
        }
        List<StoredRow> matching = new Matches(tables, arguments).of(tables.of(find.model()), find.where());
        return page(matching).map(shape::row).toList();
    }

    /** Parent by parent, so that order and page count for each. */
    private List<@Nullable Object[]> targets(Parents parents) {
        PredicateEvaluator evaluator = new PredicateEvaluator(tables, arguments);
        RowTest link = evaluator.test(parents.link());
        RowTest where = evaluator.test(find.where());
        Set<Object> keys = new LinkedHashSet<>();
        arguments.list(parents.keys()).forEach(key -> keys.add(Values.normal(key)));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Object key : keys) {
            List<StoredRow> matching = tables.targets(parents.relation(), key, link).stream()
                    .filter(where::test)
                    .toList();
            page(matching).forEach(record -> rows.add(shape.row(key, record)));
        }
        return rows;
    }

    private Stream<StoredRow> page(Collection<StoredRow> records) {
        Stream<StoredRow> page = records.stream();
        if (!find.sorts().isEmpty()) {
            page = page.sorted(RowOrder.by(find.sorts()));
        }
        Slot skip = find.skip();
        Slot take = find.take();
        if (skip != null) {
            page = page.skip(arguments.count(skip));
        }
        return take == null ? page : page.limit(arguments.count(take));
    }
}
