package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import java.util.List;

/**
 * An update that gives its record back, and may set the key it is about to null. A database that reads a record back by its
 * key would not find it again, so the id is looked up first, and the update asks for that too. The look-up locks what it finds:
 * it sees what the update would see, and not what was there when the transaction began, and nobody else gets in between.
 */
public final class LostKey {

    /** Whether the update takes a field of a unique key away from a record it gives back, and names no key that stays. */
    public static boolean by(Write write, Arguments arguments) {
        return write instanceof Write.Update update
                && !update.returning().isEmpty()
                && update.changes().stream().anyMatch(change -> nulls(change, arguments))
                && !ReadBack.keeps(update);
    }

    private static boolean nulls(Change change, Arguments arguments) {
        FieldDefinition field = change.field();
        return change.kind() == Change.Kind.SET
                && arguments.get(change.value()) == null
                && field.model().uniques().stream().anyMatch(key -> key.fields().contains(field));
    }

    /** What looks the id up. */
    static Find id(Write.Update update) {
        ModelDefinition model = update.model();
        Selection id = new Selection(model, List.of(model.id()), List.of());
        return new Find(model, update.where(), List.of(), null, null, id, null);
    }

    /** The update of the record with the id in that slot, if it still meets the conditions. */
    public static Write.Update ofId(Write.Update update, Slot id) {
        Predicate same = new Predicate.Compare(update.model().id(), Comparison.EQUAL, id, false);
        return new Write.Update(
                update.model(), Predicate.and(update.where(), same), update.changes(), update.returning());
    }

    private LostKey() {}
}
