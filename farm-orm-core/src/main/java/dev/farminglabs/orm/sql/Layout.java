package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which column gives which cell of a row, and which tables are joined for it. Not thread-safe. */
final class Layout {

    /** A to-one relation, joined to the table of its record. */
    record Join(String parent, String alias, Selection.Branch branch) {}

    /**
     * A to-many relation whose rows go to a cell.
     *
     * @param path   the to-one relations that lead from the row's record to the parent; empty when it is the record
     * @param key    the cell of the parent's key
     * @param cell   the cell of the rows
     * @param nested what is read
     */
    record Spot(List<Selection.Branch> path, int key, int cell, Selection.Nested nested) {}

    private final Names names;
    private final SqlWriter sql;
    private final List<String> columns = new ArrayList<>();
    private final List<FieldKind> kinds = new ArrayList<>();
    private final List<Integer> cells = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private int width;

    Layout(Names names, SqlWriter sql) {
        this.names = names;
        this.sql = sql;
    }

    /** A column that is no cell. */
    void inFront(String column, FieldDefinition field) {
        columns.add(column);
        kinds.add(field.kind());
    }

    void cell(String column, FieldDefinition field) {
        inFront(column, field);
        cells.add(width++);
    }

    /** The cells of a selection from the table of that alias. */
    void add(Selection selection, String alias) {
        add(selection, alias, List.of());
    }

    private void add(Selection selection, String alias, List<Selection.Branch> path) {
        int base = width;
        for (FieldDefinition field : selection.fields()) {
            cell(names.column(alias, field), field);
        }
        for (Selection.Branch branch : selection.branches()) {
            String target = sql.alias();
            joins.add(new Join(alias, target, branch));
            FieldDefinition key = branch.relation().targetKey();
            cell(names.column(target, key), key);
            List<Selection.Branch> further = new ArrayList<>(path);
            further.add(branch);
            add(branch.selection(), target, further);
        }
        for (Selection.Nested nested : selection.nested()) {
            int key = base + selection.fields().indexOf(nested.relation().localKey());
            spots.add(new Spot(List.copyOf(path), key, width++, nested));
        }
    }

    List<String> columns() {
        return columns;
    }

    List<Join> joins() {
        return joins;
    }

    List<Spot> spots() {
        return spots;
    }

    /** The result with these columns; {@code place} as in {@link SqlResult}. */
    SqlResult result(SqlResult.@Nullable Place place) {
        return new SqlResult(kinds, cells, width, place);
    }
}
