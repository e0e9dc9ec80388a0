package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Sort;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records of one model in one session, with the calls most tests make. */
record Shelf(DriverSession session, ModelDefinition model) {

    static Shelf of(DriverSession session, String model) {
        return new Shelf(
                session,
                new Library()
                        .definition(PhysicalNaming.DEFAULT).models().stream()
                                .filter(known -> known.name().equals(model))
                                .findFirst()
                                .orElseThrow());
    }

    Operation operation() {
        return new Operation(model);
    }

    Written create(@Nullable Object... namesAndValues) {
        Operation create = operation();
        return session.write(
                new Write.Create(model, create.settings(namesAndValues), false, model.fields()), create.arguments());
    }

    Written update(Function<Operation, Predicate> where, Function<Operation, Change> change) {
        Operation update = operation();
        return session.write(
                new Write.Update(model, where.apply(update), List.of(change.apply(update)), model.fields()),
                update.arguments());
    }

    Written delete(Function<Operation, Predicate> where) {
        Operation delete = operation();
        return session.write(new Write.Delete(model, where.apply(delete)), delete.arguments());
    }

    /** One field of the records that meet the condition, in the order of that field. */
    List<@Nullable Object> values(String field, Function<Operation, Predicate> where) {
        Operation find = operation();
        return sorted(field, find, where.apply(find), find.asc(field));
    }

    List<@Nullable Object> values(String field) {
        return values(field, find -> Predicate.every());
    }

    List<@Nullable Object> sorted(String field, Operation find, Predicate where, Sort... sorts) {
        Selection selection = new Selection(model, find.fields(field), List.of());
        return firstCells(session.find(
                new Find(model, where, Arrays.asList(sorts), null, null, selection, null), find.arguments()));
    }

    static List<@Nullable Object> firstCells(List<@Nullable Object[]> rows) {
        List<@Nullable Object> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(row[0]));
        return cells;
    }
}
