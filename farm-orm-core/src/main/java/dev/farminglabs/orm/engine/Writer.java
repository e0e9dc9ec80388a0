package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.engine.value.Assigned;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.engine.view.View;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Vacuity;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prepares writes: everything is checked and completed before anything is sent. Thread-safe. */
final class Writer {

    private final DriverSession session;
    private final Supplier<Values> operations;
    private final NewRecords newRecords;
    private final Changes changes;
    private final DeadRecords dead;
    private final StoredViews stored;
    private final Cascades cascades;
    private final Creations creations;
    private final Variants variants;
    private final Ceiling ceiling;

    Writer(
            DriverSession session,
            Supplier<Values> operations,
            NewRecords newRecords,
            Changes changes,
            StoredViews stored,
            Cascades cascades,
            Variants variants,
            Ceiling ceiling) {
        this.session = session;
        this.operations = operations;
        this.newRecords = newRecords;
        this.changes = changes;
        this.dead = new DeadRecords(session, operations);
        this.creations = variants.creations();
        this.variants = variants;
        this.ceiling = ceiling;
        this.stored = stored;
        this.cascades = cascades;
    }

    // ------------------------------------------------------------------------------------------------- create

    <T> Prepared<T> create(Request request, List<Assigned> assigned, View<T> view) {
        return Variants.concern(request.model())
                ? variants.create(request, assigned, view)
                : creations.create(request, assigned, view);
    }

    long createMany(Request request, List<List<Assigned>> records) {
        if (records.isEmpty()) {
            return 0;
        }
        return Variants.concern(request.model())
                ? variants.createMany(request, records)
                : creations.createMany(request, records);
    }

    // ------------------------------------------------------------------------------------------------- change

    Prepared<Boolean> update(Request request, List<Assigned> assigned) {
        return update("update", request, assigned, List.of(), true, written -> written.count() > 0);
    }

    <T> Prepared<Optional<T>> update(Request request, List<Assigned> assigned, View<T> view) {
        return update(
                "update",
                request,
                assigned,
                StoredViews.returning(view),
                true,
                written -> stored.first(request, written, view));
    }

    Prepared<Long> updateMany(Request request, List<Assigned> assigned) {
        return update("updateMany", request, assigned, List.of(), false, Written::count);
    }

    private <T> Prepared<T> update(
            String verb,
            Request request,
            List<Assigned> assigned,
            List<FieldDefinition> returning,
            boolean one,
            Function<Written, T> finish) {
        ModelDefinition model = request.model();
        if (assigned.isEmpty()) {
            throw Refusal.query(model, verb + " on " + model + " changes nothing: say what to set");
        }
        Values values = operations.get();
        Predicate where = where(verb, request, one, values);
        List<Change> changed = changes.of(request, assigned, values);
        Write.Update update =
                new Write.Update(model, new Visibility(request.scope(), values).of(model, where), changed, returning);
        WriteCall call = new WriteCall(update, values.arguments());
        Runnable clearing = clearing(model, changed, values);
        Function<WriteCall, Written> send = clearing == null
                ? null
                : any -> {
                    clearing.run();
                    return session.write(update, call.arguments());
                };
        return new Prepared<>(call, one ? send : ceiling.over(verb, update.where(), send), finish);
    }

    /** For changes that give records new unique values: removes the dead that may hold them; null when there are none. */
    private @Nullable Runnable clearing(ModelDefinition model, List<Change> changed, Values values) {
        if (!DeadRecords.possible(model)) {
            return null;
        }
        List<UniqueDefinition> touched = model.uniques().stream()
                .filter(key -> changed.stream().anyMatch(change -> key.fields().contains(change.field())))
                .toList();
        @Nullable Object[] row = changedRow(model, changed, values);
        return touched.isEmpty() ? null : () -> dead.clear(touched, row);
    }

    /** What is known of a changed record: the values that are set, and not the sums that the store makes. */
    private static @Nullable Object[] changedRow(ModelDefinition model, List<Change> changed, Values values) {
        @Nullable Object[] row = new Object[model.fields().size()];
        for (Change change : changed) {
            if (change.kind() == Change.Kind.SET) {
                row[change.field().position()] = values.get(change.value());
            }
        }
        return row;
    }

    private static Predicate where(String verb, Request request, boolean one, Values values) {
        Predicate where = request.where().bind(values);
        if (one) {
            UniqueMatch.of(verb, request, where);
        } else if (!request.all() && Vacuity.everywhere(where, values::get)) {
            throw Refusal.query(
                    request.model(),
                    verb + " on " + request.model() + ": the conditions are empty and would touch every record."
                            + " Say all() if that is meant");
        }
        return where;
    }

    // ------------------------------------------------------------------------------------------------- delete

    Prepared<Boolean> delete(Request request) {
        return remove("delete", request, true, written -> written.count() > 0);
    }

    Prepared<Long> deleteMany(Request request) {
        return remove("deleteMany", request, false, Written::count);
    }

    private <T> Prepared<T> remove(String verb, Request request, boolean one, Function<Written, T> finish) {
        ModelDefinition model = request.model();
        Variants.refuseAlone(verb, model);
        FieldDefinition mark = model.with(FieldRole.SOFT_DELETE);
        Values values = operations.get();
        Predicate where = where(verb, request, one, values);
        Predicate visible = new Visibility(request.scope(), values).of(model, where);
        // what is marked already is not marked again, even in sight of withDeleted()
        Predicate gone = mark == null ? visible : Predicate.and(visible, new Predicate.IsNull(mark, false));
        Write write = mark == null
                ? new Write.Delete(model, gone)
                : new Write.Update(model, gone, changes.marking(model, mark, values), List.of());
        Function<WriteCall, Written> send = removing(write);
        return new Prepared<>(
                new WriteCall(write, values.arguments()), one ? send : ceiling.over(verb, gone, send), finish);
    }

    Prepared<Long> purge(Request request) {
        Variants.refuseAlone("purge", request.model());
        Values values = operations.get();
        Predicate where = where("purge", request, false, values);
        Predicate visible = new Visibility(request.scope().includingDeleted(), values).of(request.model(), where);
        Write.Delete write = new Write.Delete(request.model(), visible);
        return new Prepared<>(
                new WriteCall(write, values.arguments()),
                ceiling.over("purge", visible, removing(write)),
                Written::count);
    }

    private @Nullable Function<WriteCall, Written> removing(Write write) {
        return write instanceof Write.Delete && cascades.concern(write.model()) ? cascades::delete : null;
    }

    // ------------------------------------------------------------------------------------------------- upsert

    Prepared<Written.Outcome> upsert(Request request, UpsertHalves halves) {
        PreparedUpsert upsert = prepare("upsert", request, halves, List.of());
        return new Prepared<>(upsert.call(), upsert.send(), written -> {
            stored.refuseInvisible(request, upsert.match(), upsert.key(), written);
            return written.outcome();
        });
    }

    <T> Prepared<T> upsert(Request request, UpsertHalves halves, View<T> view) {
        PreparedUpsert upsert = prepare("upsert", request, halves, StoredViews.returning(view));
        Supplier<Written> again = () -> upsert.send() == null
                ? session.write(upsert.call().write(), upsert.call().arguments())
                : upsert.send().apply(upsert.call());
        return new Prepared<>(
                upsert.call(),
                upsert.send(),
                written -> stored.upserted(request, upsert.match(), upsert.key(), written, again, view));
    }

    Prepared<Boolean> createIfAbsent(Request request, List<Assigned> assigned) {
        UpsertHalves halves = new UpsertHalves(assigned, List.of(), binder -> Predicate.none());
        PreparedUpsert upsert = prepare("createIfAbsent", request, halves, List.of());
        return new Prepared<>(upsert.call(), upsert.send(), written -> {
            stored.refuseInvisible(request, upsert.match(), upsert.key(), written);
            return written.outcome() == Written.Outcome.CREATED;
        });
    }

    /** An upsert ready to be sent; {@code key} holds the values of its unique key. */
    private record PreparedUpsert(
            WriteCall call,
            @Nullable Function<WriteCall, Written> send,
            UniqueMatch match,
            Map<FieldDefinition, Object> key) {}

    private PreparedUpsert prepare(String verb, Request request, UpsertHalves halves, List<FieldDefinition> returning) {
        ModelDefinition model = request.model();
        Variants.refuseAlone(verb, model);
        Values values = operations.get();
        UniqueMatch match = UniqueMatch.of(verb, request, request.where().bind(values));
        if (!match.exclusive()) {
            throw Refusal.query(
                    model,
                    verb + " on " + model + " takes equality on the key "
                            + match.key().fieldNames() + " only: say further conditions with when(...)");
        }
        Map<FieldDefinition, Object> key = match.bound(values);
        @Nullable Object[] row = newRecords.complete(request, halves.create(), key, values);
        List<Change> changed = changes.of(request, halves.update(), values);
        refuseKeyChange(match.key(), changed);
        Visibility visibility = new Visibility(request.scope(), values);
        Write.Upsert upsert = new Write.Upsert(
                model,
                match.key(),
                NewRecords.settings(model, row, values),
                changed,
                Predicate.and(
                        visibility.belonging(model),
                        visibility.inside(halves.when().bind(values))),
                visibility.expired(model),
                returning);
        boolean ownId = halves.create().stream().anyMatch(one -> one.field().is(FieldRole.ID));
        return new PreparedUpsert(
                new WriteCall(upsert, values.arguments()),
                clearingOthers(match.key(), ownId, row, clearing(model, changed, values)),
                match,
                key);
    }

    /** The dead that hold the upsert's own key are its own business; those that hold another key are removed first. */
    private @Nullable Function<WriteCall, Written> clearingOthers(
            UniqueDefinition own, boolean ownId, @Nullable Object[] row, @Nullable Runnable forChanges) {
        if (!DeadRecords.possible(own.model())) {
            return null;
        }
        List<UniqueDefinition> others = own.model().uniques().stream()
                .filter(key -> key != own && (ownId || !key.isId()))
                .toList();
        if (others.isEmpty() && forChanges == null) {
            return null;
        }
        return call -> {
            dead.clear(others, row);
            if (forChanges != null) {
                forChanges.run();
            }
            return session.write(call.write(), call.arguments());
        };
    }

    private static void refuseKeyChange(UniqueDefinition key, List<Change> changed) {
        for (Change change : changed) {
            if (change.field().is(FieldRole.LIVE) && key.fields().contains(change.field())) {
                throw Refusal.query(
                        key.model(),
                        "upsert on " + key.model()
                                + " cannot mark a record as deleted or take its mark away by the key "
                                + key.fieldNames()
                                + ", which only records that are there have: use delete, update or the id");
            }
            if (key.fields().contains(change.field())) {
                throw Refusal.query(
                        key.model(),
                        "upsert on " + key.model() + " cannot change " + change.field() + ", which is in the key "
                                + key.fieldNames() + " it looks for");
            }
        }
    }
}
