package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.row.RowTest;
import dev.farminglabs.orm.driver.row.Values;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the records that meet a condition: by key or reference where the condition says so, else by looking at each. */
final class Matches {

    private final SchemaTables tables;
    private final Arguments arguments;

    Matches(SchemaTables tables, Arguments arguments) {
        this.tables = tables;
        this.arguments = arguments;
    }

    /** A list of its own, so the table may be changed while it is read. */
    List<StoredRow> of(MemoryTable table, Predicate where) {
        RowTest test = new PredicateEvaluator(tables, arguments).test(where);
        return candidates(table, where).stream().filter(test::test).toList();
    }

    private Collection<StoredRow> candidates(MemoryTable table, Predicate where) {
        Map<Integer, Object> equal = new HashMap<>();
        if (where instanceof Predicate.And and) {
            and.parts().forEach(part -> equality(part, equal));
        } else {
            equality(where, equal);
        }
        for (KeyIndex index : table.keys()) {
            if (index.key().fields().stream().allMatch(field -> equal.containsKey(field.position()))) {
                return atMostOne(index.holder(field -> equal.get(field.position())));
            }
        }
        for (Reference reference : table.outgoing()) {
            FieldDefinition field = reference.field();
            Object value = equal.get(field.position());
            if (value != null) {
                return table.with(field, value);
            }
        }
        return table.rows();
    }

    private void equality(Predicate part, Map<Integer, Object> equal) {
        if (part instanceof Predicate.Compare compare
                && compare.comparison() == Comparison.EQUAL
                && !compare.negated()) {
            Object value = Values.normalOrNull(arguments.require(compare.value()));
            if (value != null) {
                equal.put(compare.field().position(), value);
            }
        }
    }

    private static Collection<StoredRow> atMostOne(@Nullable StoredRow row) {
        return row == null ? List.of() : List.of(row);
    }
}
