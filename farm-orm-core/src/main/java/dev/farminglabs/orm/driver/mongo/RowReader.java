package dev.farminglabs.orm.driver.mongo;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.mongo.bson.FieldValues;
import dev.farminglabs.orm.operation.Selection;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** From documents to rows. */
final class RowReader {

    /** Where a target is that came through a join model. */
    static final String CHILD = "__c";

    private final Names names;

    RowReader(Names names) {
        this.names = names;
    }

    /** The name under which a selection's branch is in its document. */
    static String branch(int index) {
        return "__b" + index;
    }

    /** The name under which the records of a selection's to-many relation are in its document, when they came along. */
    static String nested(int index) {
        return "__m" + index;
    }

    @Nullable
    Object[] row(Selection selection, BsonDocument document) {
        @Nullable Object[] cells = new @Nullable Object[selection.width()];
        write(selection, document, cells, 0);
        return cells;
    }

    /** The row with one more cell in front. */
    @Nullable
    Object[] row(@Nullable Object front, Selection selection, BsonDocument document) {
        @Nullable Object[] cells = new @Nullable Object[selection.width() + 1];
        cells[0] = front;
        write(selection, document, cells, 1);
        return cells;
    }

    @Nullable
    Object[] row(List<FieldDefinition> fields, BsonDocument document) {
        @Nullable Object[] cells = new @Nullable Object[fields.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(fields.get(i), document);
        }
        return cells;
    }

    @Nullable
    Object cell(FieldDefinition field, BsonDocument document) {
        return FieldValues.read(field, document.get(names.key(field)));
    }

    private void write(Selection selection, BsonDocument document, @Nullable Object[] cells, int from) {
        int at = from;
        for (FieldDefinition field : selection.fields()) {
            cells[at++] = cell(field, document);
        }
        List<Selection.Branch> branches = selection.branches();
        for (int i = 0; i < branches.size(); i++) {
            Selection.Branch branch = branches.get(i);
            BsonArray found = document.getArray(branch(i), new BsonArray());
            if (!found.isEmpty()) {
                BsonDocument target = found.get(0).asDocument();
                cells[at] = cell(branch.relation().targetKey(), target);
                write(branch.selection(), target, cells, at + 1);
            }
            at += 1 + branch.selection().width();
        }
        List<Selection.Nested> nested = selection.nested();
        for (int i = 0; i < nested.size(); i++) {
            BsonArray found = document.getArray(nested(i), null);
            cells[at++] = found == null ? null : rows(nested.get(i).find().selection(), found);
        }
    }

    private List<@Nullable Object[]> rows(Selection selection, BsonArray found) {
        List<@Nullable Object[]> rows = new ArrayList<>(found.size());
        for (BsonValue one : found) {
            BsonDocument document = one.asDocument();
            rows.add(row(selection, document.getDocument(CHILD, document)));
        }
        return rows;
    }
}
