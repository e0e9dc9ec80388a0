package dev.farminglabs.orm.engine;

import dev.farminglabs.orm.definition.DefaultValue;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.engine.value.Assigned;
import dev.farminglabs.orm.engine.value.FieldCodecs;
import dev.farminglabs.orm.engine.value.Refusal;
import dev.farminglabs.orm.engine.value.TimeOrderedIds;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.operation.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Completes what a caller gives for a new record: key, tenant, defaults, ids, version. Thread-safe. */
final class NewRecords {

    /** Stands for a value the store makes. */
    static final Object STORE_GENERATED = new Object();

    /** Stands for an id that is made once the other values are known. */
    private static final Object NEW_ID = new Object();

    private final FieldCodecs codecs;
    private final DriverSession session;
    private final TimeOrderedIds ids;

    NewRecords(FieldCodecs codecs, DriverSession session, TimeOrderedIds ids) {
        this.codecs = codecs;
        this.session = session;
        this.ids = ids;
    }

    /**
     * The values of all fields by position, as drivers see them.
     *
     * @param key the values a unique key fixes, as drivers see them
     */
    @Nullable
    Object[] complete(Request request, List<Assigned> assigned, Map<FieldDefinition, Object> key, Values values) {
        ModelDefinition model = request.model();
        @Nullable Object[] row = new Object[model.fields().size()];
        boolean[] given = new boolean[row.length];
        key.forEach((field, value) -> {
            row[field.position()] = field.kind() == FieldKind.ENUMERATION
                    ? value
                    : codecs.of(field).storable(value);
            given[field.position()] = true;
        });
        for (Assigned one : assigned) {
            assign(one, row, given, key.containsKey(one.field()), values);
        }
        stampTenant(request, row, given, values);
        stampLive(model, row, given);
        List<String> missing = new ArrayList<>();
        for (FieldDefinition field : model.fields()) {
            if (!given[field.position()]) {
                row[field.position()] = byDefault(field, values);
            }
            if (row[field.position()] == null && !field.nullable()) {
                missing.add(field.name());
            }
        }
        refuseMissing(model, missing);
        if (row[model.id().position()] == NEW_ID) {
            row[model.id().position()] = session.naturalId(model, row)
                    .orElseGet(() -> ids.next(values.now().toEpochMilli()));
        }
        return row;
    }

    private void assign(Assigned one, @Nullable Object[] row, boolean[] given, boolean inKey, Values values) {
        FieldDefinition field = one.field();
        if (field.is(FieldRole.VERSION)) {
            throw Refusal.query(field.model(), field + " counts the writes and is never set");
        }
        if (field.is(FieldRole.LIVE)) {
            throw Refusal.query(field.model(), field + " follows the mark of deleted records and is never set");
        }
        Object value = value(one, values);
        int position = field.position();
        if (given[position]) {
            if (!inKey) {
                throw Refusal.query(field.model(), field + " is assigned twice");
            }
            if (!Objects.equals(row[position], value)) {
                throw Refusal.query(
                        field.model(),
                        "The values of a new record contradict where in " + field + ": leave it out there");
            }
        }
        row[position] = value;
        given[position] = true;
    }

    /** A record that is marked from its beginning holds no key, so an upsert by one cannot create it. */
    private static void stampLive(ModelDefinition model, @Nullable Object[] row, boolean[] given) {
        FieldDefinition live = model.with(FieldRole.LIVE);
        FieldDefinition mark = model.with(FieldRole.SOFT_DELETE);
        if (live == null || mark == null) {
            return;
        }
        boolean marked = row[mark.position()] != null;
        if (marked && given[live.position()]) {
            throw Refusal.query(model, "A new record that is marked as deleted is not found by a key: use create");
        }
        if (given[live.position()] && !Boolean.TRUE.equals(row[live.position()])) {
            throw Refusal.query(model, live + " of a record that an upsert creates is true: ask with live.eq(true)");
        }
        given[live.position()] |= marked;
    }

    private @Nullable Object value(Assigned one, Values values) {
        return switch (one.kind()) {
            case SET -> one.value() == null ? null : codecs.of(one.field()).storable(one.value());
            case NOW -> values.now();
            case ADD, SUBTRACT ->
                throw Refusal.query(
                        one.field().model(),
                        "increment and decrement of " + one.field()
                                + " change a stored record: a new one takes set(...)");
        };
    }

    private void stampTenant(Request request, @Nullable Object[] row, boolean[] given, Values values) {
        FieldDefinition tenant = request.model().with(FieldRole.TENANT);
        if (tenant == null || request.scope().acrossTenants()) {
            return;
        }
        Object own = codecs.of(tenant).storable(new Visibility(request.scope(), values).tenantOf(request.model()));
        if (given[tenant.position()] && !own.equals(row[tenant.position()])) {
            throw Refusal.query(
                    request.model(),
                    tenant + " is given and is not the tenant this client is confined to: leave it out");
        }
        row[tenant.position()] = own;
        given[tenant.position()] = true;
    }

    private @Nullable Object byDefault(FieldDefinition field, Values values) {
        DefaultValue defaultValue = field.defaultValue();
        if (defaultValue == null) {
            return null;
        }
        if (defaultValue instanceof DefaultValue.Constant constant) {
            return codecs.of(field).storable(constant.value());
        }
        if (defaultValue instanceof DefaultValue.Now) {
            return values.now();
        }
        return defaultValue instanceof DefaultValue.NewId ? NEW_ID : STORE_GENERATED;
    }

    private static void refuseMissing(ModelDefinition model, List<String> missing) {
        if (!missing.isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.NOT_NULL_VIOLATION,
                            "A new record of " + model + " has no value for the required "
                                    + (missing.size() == 1 ? "field " : "fields ") + String.join(", ", missing))
                    .about(model.name(), missing)
                    .exception();
        }
    }

    /** The fields of the row that the store makes. */
    static List<FieldDefinition> generated(ModelDefinition model, @Nullable Object[] row) {
        List<FieldDefinition> generated = List.of();
        for (FieldDefinition field : model.fields()) {
            if (row[field.position()] == STORE_GENERATED) {
                generated = generated.isEmpty() ? new ArrayList<>() : generated;
                generated.add(field);
            }
        }
        return generated;
    }

    /** What the row says, but for what the store makes. */
    static List<Setting> settings(ModelDefinition model, @Nullable Object[] row, Values values) {
        List<Setting> settings = new ArrayList<>(row.length);
        for (FieldDefinition field : model.fields()) {
            Object value = row[field.position()];
            if (value != STORE_GENERATED) {
                settings.add(new Setting(field, values.add(value)));
            }
        }
        return settings;
    }
}
