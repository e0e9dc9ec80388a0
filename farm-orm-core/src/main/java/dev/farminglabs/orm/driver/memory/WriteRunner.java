package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.operation.Arguments;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out one write. Whoever calls it takes back what was done when it throws. */
final class WriteRunner implements Write.Visitor<Written> {

    private final SchemaTables tables;
    private final Arguments arguments;

    WriteRunner(SchemaTables tables, Arguments arguments) {
        this.tables = tables;
        this.arguments = arguments;
    }

    @Override
    public Written create(Write.Create create) {
        MemoryTable table = tables.of(create.model());
        StoredRow row = newRow(create.model(), table, create.settings(), arguments::get);
        if (create.skipDuplicate() && table.taken(row) != null) {
            return Written.NOTHING;
        }
        table.insert(row);
        References.checkOutgoing(table, row);
        return written(Outcome.CREATED, List.of(row), create.returning());
    }

    @Override
    public Written createMany(Write.CreateMany createMany) {
        MemoryTable table = tables.of(createMany.model());
        List<Setting> columns = createMany.columns();
        int count =
                columns.isEmpty() ? 0 : arguments.list(columns.get(0).value()).size();
        List<StoredRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int index = i;
            StoredRow row = newRow(
                    createMany.model(),
                    table,
                    columns,
                    slot -> arguments.list(slot).get(index));
            table.insert(row);
            rows.add(row);
        }
        rows.forEach(row -> References.checkOutgoing(table, row));
        return written(Outcome.CREATED, rows, List.of());
    }

    @Override
    public Written update(Write.Update update) {
        MemoryTable table = tables.of(update.model());
        List<StoredRow> rows = new Matches(tables, arguments).of(table, update.where());
        return written(Outcome.UPDATED, change(table, rows, update.changes()), update.returning());
    }

    @Override
    public Written upsert(Write.Upsert upsert) {
        MemoryTable table = tables.of(upsert.model());
        StoredRow wanted = newRow(upsert.model(), table, upsert.create(), arguments::get);
        StoredRow stored = table.key(upsert.key()).holder(wanted::get);
        if (stored == null) {
            table.insert(wanted);
            References.checkOutgoing(table, wanted);
            return written(Outcome.CREATED, List.of(wanted), upsert.returning());
        }
        Predicate expired = upsert.expired();
        if (expired != null && meets(stored, expired)) {
            replace(table, List.of(stored), List.of(wanted));
            return written(Outcome.CREATED, List.of(wanted), upsert.returning());
        }
        if (!meets(stored, upsert.when())) {
            return Written.NOTHING;
        }
        return written(Outcome.UPDATED, change(table, List.of(stored), upsert.changes()), upsert.returning());
    }

    @Override
    public Written delete(Write.Delete delete) {
        MemoryTable table = tables.of(delete.model());
        List<StoredRow> rows = new Matches(tables, arguments).of(table, delete.where());
        References.delete(table, rows);
        return written(Outcome.DELETED, rows, List.of());
    }

    private boolean meets(StoredRow row, Predicate condition) {
        return new PredicateEvaluator(tables, arguments).test(condition).test(row);
    }

    private static Written written(Outcome outcome, List<StoredRow> rows, List<FieldDefinition> returning) {
        if (rows.isEmpty()) {
            return Written.NOTHING;
        }
        List<@Nullable Object[]> cells = returning.isEmpty()
                ? List.of()
                : rows.stream().map(row -> row.values(returning)).toList();
        return new Written(outcome, rows.size(), cells);
    }

    private static StoredRow newRow(
            ModelDefinition model,
            MemoryTable table,
            List<Setting> settings,
            Function<Slot, @Nullable Object> valueOf) {
        @Nullable Object[] values = new @Nullable Object[model.fields().size()];
        boolean[] given = new boolean[values.length];
        for (Setting setting : settings) {
            int position = setting.field().position();
            values[position] = valueOf.apply(setting.value());
            given[position] = true;
        }
        for (FieldDefinition field : model.fields()) {
            int position = field.position();
            if (!given[position] && field.defaultValue() instanceof DefaultValue.StoreGenerated) {
                values[position] = table.nextNumber();
            }
            values[position] = FieldChecks.storable(field, values[position]);
        }
        return new StoredRow(values);
    }

    private List<StoredRow> change(MemoryTable table, List<StoredRow> rows, List<Change> changes) {
        if (changes.isEmpty()) {
            return rows;
        }
        List<StoredRow> changed =
                rows.stream().map(row -> changed(row, changes)).toList();
        replace(table, rows, changed);
        return changed;
    }

    private StoredRow changed(StoredRow stored, List<Change> changes) {
        StoredRow row = stored;
        for (Change change : changes) {
            FieldDefinition field = change.field();
            Object before = row.get(field);
            Object after = change.kind() == Change.Kind.SET
                    ? arguments.get(change.value())
                    : before == null ? null : FieldChecks.sum(field, before, arguments.require(change.value()));
            row = row.with(field, FieldChecks.storable(field, after));
        }
        return row;
    }

    /** All old states go before the first new one comes, so that values may move from record to record. */
    private static void replace(MemoryTable table, List<StoredRow> before, List<StoredRow> after) {
        before.forEach(table::remove);
        after.forEach(table::insert);
        after.forEach(row -> References.checkOutgoing(table, row));
        before.forEach(row -> References.checkIncoming(table, row));
    }
}
