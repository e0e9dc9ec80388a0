package dev.farminglabs.orm.planted;

import dev.farminglabs.orm.definition.DeleteRule;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Writes that do less, more or something else. */
final class WrongWrites {

    /** A write of one kind gone wrong. */
    interface Mistake<W extends Write> {
        Written of(DriverSession next, W write, Arguments arguments);
    }

    static <W extends Write> DriverSession wrong(DriverSession next, Class<W> kind, Mistake<W> mistake) {
        return new Passing(next) {
            @Override
            public Written write(Write write, Arguments arguments) {
                return kind.isInstance(write)
                        ? mistake.of(next, kind.cast(write), arguments)
                        : next.write(write, arguments);
            }
        };
    }

    private static Predicate key(List<FieldDefinition> fields, List<Setting> create) {
        List<Predicate> parts = new ArrayList<>();
        for (Setting setting : create) {
            if (fields.contains(setting.field())) {
                parts.add(new Predicate.Compare(
                        setting.field(), dev.farminglabs.orm.operation.Comparison.EQUAL, setting.value(), false));
            }
        }
        return Predicate.and(parts);
    }

    private static List<@Nullable Object[]> read(
            DriverSession next,
            ModelDefinition model,
            Predicate where,
            List<FieldDefinition> fields,
            Arguments values) {
        Selection selection = new Selection(model, fields, List.of());
        return next.find(new Find(model, where, List.of(), null, null, selection, null), values);
    }

    /** Between two statements lies a round trip, and on a store in memory it has to be thought of. */
    private static void roundTrip() {
        LockSupport.parkNanos(10_000_000);
    }

    /** Looks, and then creates or changes: another may have been faster. */
    static Written readThenInsert(DriverSession next, Write.Upsert upsert, Arguments arguments) {
        Predicate key = key(upsert.key().fields(), upsert.create());
        boolean there = !read(next, upsert.model(), key, upsert.key().fields(), arguments)
                .isEmpty();
        roundTrip();
        return there
                ? next.write(upsert, arguments)
                : next.write(new Write.Create(upsert.model(), upsert.create(), false, upsert.returning()), arguments);
    }

    /** {@code on duplicate key update}: fires for any unique key. */
    static Written anyKey(DriverSession next, Write.Upsert upsert, Arguments arguments) {
        try {
            return next.write(upsert, arguments);
        } catch (DataAccessException e) {
            List<String> names = OrmError.in(e).orElseThrow().fields();
            List<FieldDefinition> fields = upsert.model().fields().stream()
                    .filter(field -> names.contains(field.name()))
                    .toList();
            if (upsert.changes().isEmpty() || fields.isEmpty()) {
                throw e;
            }
            Predicate where = key(fields, upsert.create());
            return next.write(new Write.Update(upsert.model(), where, upsert.changes(), upsert.returning()), arguments);
        }
    }

    /** The condition of an upsert is left out. */
    static Written guardDropped(DriverSession next, Write.Upsert upsert, Arguments arguments) {
        return next.write(
                new Write.Upsert(
                        upsert.model(),
                        upsert.key(),
                        upsert.create(),
                        upsert.changes(),
                        Predicate.every(),
                        upsert.expired(),
                        upsert.returning()),
                arguments);
    }

    /** A record past its time is still in the way. */
    static Written deadHoldKeys(DriverSession next, Write.Upsert upsert, Arguments arguments) {
        return next.write(
                new Write.Upsert(
                        upsert.model(),
                        upsert.key(),
                        upsert.create(),
                        upsert.changes(),
                        upsert.when(),
                        null,
                        upsert.returning()),
                arguments);
    }

    /** Reads the number, adds, and writes the sum back. */
    static Written readAddWrite(DriverSession next, Write.Update update, Arguments arguments) {
        List<FieldDefinition> fields =
                update.changes().stream().map(Change::field).toList();
        List<@Nullable Object[]> rows = read(next, update.model(), update.where(), fields, arguments);
        roundTrip();
        if (rows.size() != 1) {
            return next.write(update, arguments);
        }
        Values values = new Values(arguments);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Change change = update.changes().get(i);
            Object before = rows.get(0)[i];
            boolean add = change.kind() == Change.Kind.ADD && before instanceof Integer;
            changes.add(
                    add
                            ? new Change(
                                    change.field(),
                                    Change.Kind.SET,
                                    values.add((Integer) before + (Integer) arguments.require(change.value())))
                            : change);
        }
        return next.write(
                new Write.Update(update.model(), update.where(), changes, update.returning()), values.arguments());
    }

    /** One record after the other. */
    static Written oneByOne(DriverSession next, Write.CreateMany many, Arguments arguments) {
        int count = arguments.list(many.columns().get(0).value()).size();
        for (int i = 0; i < count; i++) {
            Values values = new Values(arguments);
            List<Setting> settings = new ArrayList<>();
            for (Setting column : many.columns()) {
                settings.add(new Setting(
                        column.field(),
                        values.add(arguments.list(column.value()).get(i))));
            }
            next.write(new Write.Create(many.model(), settings, false, List.of()), values.arguments());
        }
        return new Written(Written.Outcome.CREATED, count, List.of());
    }

    /** Says that something was removed, and not how much. */
    static Written countsOne(DriverSession next, Write.Delete delete, Arguments arguments) {
        Written written = next.write(delete, arguments);
        return new Written(written.outcome(), Math.min(1, written.count()), written.rows());
    }

    /** Counts what is different now, as MySQL does when it is not told otherwise. */
    static Written countsChanged(DriverSession next, Write.Update update, Arguments arguments) {
        List<Change> sets = update.changes().stream()
                .filter(change -> change.kind() == Change.Kind.SET)
                .toList();
        List<FieldDefinition> fields = sets.stream().map(Change::field).toList();
        long same = sets.size() < update.changes().size()
                ? 0
                : read(next, update.model(), update.where(), fields, arguments).stream()
                        .filter(row -> java.util.stream.IntStream.range(0, fields.size())
                                .allMatch(i -> Objects.equals(
                                        row[i], arguments.get(sets.get(i).value()))))
                        .count();
        Written written = next.write(update, arguments);
        return written.count() == same
                ? Written.NOTHING
                : new Written(written.outcome(), written.count() - same, written.rows());
    }

    /** References are there, and what is to happen to them on delete was forgotten. */
    static DriverSession ruleForgotten(DriverSession next, SchemaDefinition schema, DeleteRule rule) {
        return wrong(next, Write.Delete.class, (store, delete, arguments) -> {
            for (ModelDefinition model : schema.models()) {
                for (FieldDefinition field : model.fields()) {
                    ReferenceDefinition reference = field.reference();
                    if (reference != null
                            && reference.target().model() == delete.model()
                            && reference.onDelete() == rule
                            && pointedAt(store, reference, delete, arguments)) {
                        throw OrmFailure.of(OrmErrorCode.FOREIGN_KEY_VIOLATION, "A record is still pointed at")
                                .exception();
                    }
                }
            }
            return store.write(delete, arguments);
        });
    }

    private static boolean pointedAt(
            DriverSession store, ReferenceDefinition reference, Write.Delete delete, Arguments arguments) {
        List<Object> keys = new ArrayList<>();
        read(store, delete.model(), delete.where(), List.of(reference.target()), arguments)
                .forEach(row -> keys.add(row[0]));
        Values values = new Values(arguments);
        Predicate pointing = new Predicate.In(reference.field(), values.add(keys), false);
        ModelDefinition model = reference.field().model();
        return !keys.isEmpty()
                && !read(store, model, pointing, List.of(model.id()), values.arguments())
                        .isEmpty();
    }

    private WrongWrites() {}
}
