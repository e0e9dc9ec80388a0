package dev.farminglabs.orm.driver.mongo;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Selection;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** From documents to rows. */
final class RowReader {

    private final Names names;

    RowReader(Names names) {
        this.names = names;
    }

    /** The name under which a selection's branch is in its document. */
    static String branch(int index) {
        return "__b" + index;
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
    }
}
