package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.engine.value.Assigned;
import dev.farminglabs.orm.engine.value.FieldCodecs;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.operation.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a caller wants changed into changes: checked, with the time of update and the version added. Thread-safe. */
record Changes(FieldCodecs codecs) {

    /** The changes; none for none asked. */
    List<Change> of(Request request, List<Assigned> assigned, Values values) {
        if (assigned.isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>(assigned.size() + 2);
        boolean[] touched = new boolean[request.model().fields().size()];
        for (Assigned one : assigned) {
            refuseFixed(request, one.field());
            if (touched[one.field().position()]) {
                throw Refusal.query(request.model(), one.field() + " is assigned twice");
            }
            touched[one.field().position()] = true;
            changes.add(change(one, values));
        }
        for (FieldDefinition field : request.model().fields()) {
            if (field.is(FieldRole.UPDATED_NOW) && !touched[field.position()]) {
                changes.add(new Change(field, Change.Kind.SET, values.bindNow()));
            }
        }
        addLive(request.model(), changes, values);
        addVersion(request.model(), changes, values);
        return List.copyOf(changes);
    }

    /** What says that a record is there follows its mark. */
    private static void addLive(ModelDefinition model, List<Change> changes, Values values) {
        FieldDefinition live = model.with(FieldRole.LIVE);
        if (live == null) {
            return;
        }
        changes.stream()
                .filter(change -> change.field().is(FieldRole.SOFT_DELETE))
                .map(change -> values.get(change.value()) == null)
                .findFirst()
                .ifPresent(there -> changes.add(new Change(live, Change.Kind.SET, values.add(there ? true : null))));
    }

    /** Marks records as deleted. */
    List<Change> marking(ModelDefinition model, FieldDefinition deleted, Values values) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(deleted, Change.Kind.SET, values.bindNow()));
        addLive(model, changes, values);
        addVersion(model, changes, values);
        return List.copyOf(changes);
    }

    private static void addVersion(ModelDefinition model, List<Change> changes, Values values) {
        FieldDefinition version = model.with(FieldRole.VERSION);
        if (version != null) {
            changes.add(new Change(version, Change.Kind.ADD, values.add(1L)));
        }
    }

    private static void refuseFixed(Request request, FieldDefinition field) {
        if (field.model() != request.model()) {
            throw Refusal.query(
                    request.model(),
                    field + " is not of " + request.model() + " itself: change the record of " + field.model());
        }
        if (field.is(FieldRole.ID)) {
            throw Refusal.query(request.model(), field + " is the key and never changes: create a new record");
        }
        if (field.is(FieldRole.VERSION)) {
            throw Refusal.query(request.model(), field + " counts the writes and is never set");
        }
        if (field.is(FieldRole.LIVE)) {
            throw Refusal.query(request.model(), field + " follows the mark of deleted records and is never set");
        }
        if (field.is(FieldRole.TENANT) && request.model().variantOf() != null) {
            throw Refusal.query(request.model(), field + " is that of the base record and does not change by itself");
        }
        if (field.is(FieldRole.TENANT) && !request.scope().acrossTenants()) {
            throw Refusal.query(
                    request.model(),
                    field + " moves a record to another tenant: use acrossTenants() where that is meant");
        }
    }

    private Change change(Assigned one, Values values) {
        FieldDefinition field = one.field();
        return switch (one.kind()) {
            case SET -> new Change(field, Change.Kind.SET, values.add(storable(field, one.value())));
            case NOW -> new Change(field, Change.Kind.SET, values.bindNow());
            case ADD -> new Change(field, Change.Kind.ADD, values.add(storable(field, one.value())));
            case SUBTRACT -> new Change(field, Change.Kind.ADD, values.add(negated(field, one.value())));
        };
    }

    private @Nullable Object storable(FieldDefinition field, @Nullable Object value) {
        if (value != null) {
            return codecs.of(field).storable(value);
        }
        if (field.nullable()) {
            return null;
        }
        throw Refusal.value(OrmErrorCode.NOT_NULL_VIOLATION, field, field + " is required and cannot be set to null");
    }

    private Object negated(FieldDefinition field, @Nullable Object value) {
        try {
            if (value instanceof Integer number) {
                return Math.negateExact(number);
            }
            if (value instanceof Long number) {
                return Math.negateExact(number);
            }
            if (value instanceof BigDecimal number) {
                return codecs.of(field).storable(number.negate());
            }
        } catch (ArithmeticException e) {
            throw Refusal.value(
                    OrmErrorCode.VALUE_TOO_LARGE, field, field + " cannot be changed by that much in one step");
        }
        throw Refusal.query(field.model(), field + " is no number");
    }
}
