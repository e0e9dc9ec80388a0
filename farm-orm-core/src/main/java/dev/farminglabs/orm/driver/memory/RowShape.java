package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.row.RowTest;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a record, and the to-one records beside it, into the cells of a row. */
final class RowShape {

    private record Branch(RelationDefinition relation, RowTest link, RowTest where, RowShape shape) {}

    private final SchemaTables tables;
    private final Selection selection;
    private final List<Branch> branches;

    RowShape(SchemaTables tables, Selection selection, Arguments arguments) {
        this.tables = tables;
        this.selection = selection;
        PredicateEvaluator evaluator = new PredicateEvaluator(tables, arguments);
        this.branches = selection.branches().stream()
                .map(branch -> new Branch(
                        branch.relation(),
                        evaluator.test(Predicate.every()),
                        evaluator.test(branch.where()),
                        new RowShape(tables, branch.selection(), arguments)))
                .toList();
    }

    @Nullable
    Object[] row(StoredRow record) {
        @Nullable Object[] cells = new @Nullable Object[selection.width()];
        write(record, cells, 0);
        return cells;
    }

    /** The row with one more cell in front. */
    @Nullable
    Object[] row(Object front, StoredRow record) {
        @Nullable Object[] cells = new @Nullable Object[selection.width() + 1];
        cells[0] = front;
        write(record, cells, 1);
        return cells;
    }

    private void write(StoredRow record, @Nullable Object[] cells, int from) {
        int at = from;
        for (FieldDefinition field : selection.fields()) {
            cells[at++] = record.get(field);
        }
        for (Branch branch : branches) {
            StoredRow target = target(branch, record);
            if (target != null) {
                cells[at] = target.get(branch.relation.targetKey());
                branch.shape.write(target, cells, at + 1);
            }
            at += 1 + branch.shape.selection.width();
        }
    }

    private @Nullable StoredRow target(Branch branch, StoredRow record) {
        Object key = record.get(branch.relation.localKey());
        for (StoredRow target : tables.targets(branch.relation, key, branch.link)) {
            if (branch.where.test(target)) {
                return target;
            }
        }
        return null;
    }
}
