package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.engine.value.Assigned;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.engine.view.View;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prepares the creation of records of one model. Thread-safe. */
final class Creations {

    private final DriverSession session;
    private final Supplier<Values> operations;
    private final NewRecords newRecords;
    private final StoredViews stored;
    private final DeadRecords dead;

    Creations(DriverSession session, Supplier<Values> operations, NewRecords newRecords, StoredViews stored) {
        this.session = session;
        this.operations = operations;
        this.newRecords = newRecords;
        this.stored = stored;
        this.dead = new DeadRecords(session, operations);
    }

    /** A creation ready to be sent, and the fields that the store makes. */
    record NewRecord(
            List<FieldDefinition> generated,
            WriteCall call,
            @Nullable Function<WriteCall, Written> send) {}

    <T> Prepared<T> create(Request request, List<Assigned> assigned, View<T> view) {
        Values values = operations.get();
        @Nullable Object[] row = newRecords.complete(request, assigned, Map.of(), values);
        NewRecord made = made(request.model(), row, values);
        return new Prepared<>(
                made.call(), made.send(), written -> stored.created(request, row, made.generated(), written, view));
    }

    /** The completed row of a record to be created, with further values that were decided for it. */
    @Nullable
    Object[] complete(Request request, List<Assigned> assigned, Map<FieldDefinition, Object> decided) {
        return newRecords.complete(request, assigned, decided, operations.get());
    }

    /** The creation of a completed row. */
    NewRecord made(ModelDefinition model, @Nullable Object[] row) {
        return made(model, row, operations.get());
    }

    private NewRecord made(ModelDefinition model, @Nullable Object[] row, Values values) {
        List<FieldDefinition> generated = NewRecords.generated(model, row);
        List<Setting> settings = NewRecords.settings(model, row, values);
        boolean careful = DeadRecords.possible(model);
        WriteCall call = new WriteCall(new Write.Create(model, settings, careful, generated), values.arguments());
        return new NewRecord(generated, call, careful ? first -> overDead(first, row) : null);
    }

    <T> T shown(Request request, @Nullable Object[] row, Written written, View<T> view) {
        return stored.created(request, row, List.of(), written, view);
    }

    /** Creates; where a key is taken, removes the dead that may hold it and creates again, this time for good. */
    private Written overDead(WriteCall call, @Nullable Object[] row) {
        Written written = session.write(call.write(), call.arguments());
        if (written.outcome() != Written.Outcome.NOTHING) {
            return written;
        }
        Write.Create create = (Write.Create) call.write();
        dead.clear(create.model().uniques(), row);
        return session.write(
                new Write.Create(create.model(), create.settings(), false, create.returning()), call.arguments());
    }

    long createMany(Request request, List<List<Assigned>> records) {
        Values values = operations.get();
        List<@Nullable Object[]> rows = new ArrayList<>(records.size());
        for (List<Assigned> record : records) {
            rows.add(newRecords.complete(request, record, Map.of(), values));
        }
        return createRows(request.model(), rows, values);
    }

    /** Creates completed rows. */
    long createRows(ModelDefinition model, List<@Nullable Object[]> rows) {
        return createRows(model, rows, operations.get());
    }

    private long createRows(ModelDefinition model, List<@Nullable Object[]> rows, Values values) {
        if (DeadRecords.possible(model)) {
            dead.clearAny(model.uniques(), rows);
        }
        List<Setting> columns = columns(model, rows, values);
        return session.write(new Write.CreateMany(model, columns), values.arguments())
                .count();
    }

    private static List<Setting> columns(ModelDefinition model, List<@Nullable Object[]> rows, Values values) {
        List<Setting> columns = new ArrayList<>();
        for (FieldDefinition field : model.fields()) {
            List<@Nullable Object> column = new ArrayList<>(rows.size());
            for (@Nullable Object[] row : rows) {
                column.add(row[field.position()]);
            }
            boolean generated = column.contains(NewRecords.STORE_GENERATED);
            if (generated && column.stream().anyMatch(value -> value != NewRecords.STORE_GENERATED)) {
                throw Refusal.query(
                        model,
                        "createMany got some records with and some without " + field + ": give it to all or to none");
            }
            if (!generated) {
                columns.add(new Setting(field, values.add(column)));
            }
        }
        return columns;
    }
}
