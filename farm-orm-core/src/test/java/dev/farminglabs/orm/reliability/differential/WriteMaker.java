package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.differential.Call.Assign;
import dev.farminglabs.orm.reliability.differential.Call.Put;
import dev.farminglabs.orm.reliability.differential.Call.Sight;
import dev.farminglabs.orm.reliability.differential.Facts.Field;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Random writes. */
final class WriteMaker {

    private final ValueMaker values;
    private final ConditionMaker conditions;
    private final Limits limits;

    WriteMaker(ValueMaker values, ConditionMaker conditions, Limits limits) {
        this.values = values;
        this.conditions = conditions;
        this.limits = limits;
    }

    Call any(Sight sight, ModelFacts model) {
        return switch (values.below(20)) {
            case 0, 1, 2, 3, 4 -> new Call.Create(sight, model.name(), record(sight, model, null));
            case 5 -> createMany(sight, model);
            case 6, 7 -> {
                Call.Key key = key(sight, model);
                yield new Call.CreateIfAbsent(sight, model.name(), key, record(sight, model, key));
            }
            case 8, 9, 10 -> update(sight, model);
            case 11, 12, 13, 14 -> upsert(sight, model);
            case 15, 16 -> new Call.Delete(sight, model.name(), key(sight, model), guard(model));
            case 17, 18 ->
                new Call.UpdateMany(sight, model.name(), several(model), changes(sight, model, List.of(), true));
            default -> new Call.DeleteMany(sight, model.name(), several(model), values.chance(40));
        };
    }

    /** A write that a batch takes; those that must fail are left out by who runs it. */
    Call inBatch(Sight sight, ModelFacts model) {
        Call call = any(sight, model);
        while (call instanceof Call.CreateMany || call instanceof Call.DeleteMany) {
            call = any(sight, model);
        }
        if (call instanceof Call.Update update) {
            return new Call.Update(sight, model.name(), update.key(), update.guard(), update.changes(), false);
        }
        return call instanceof Call.Upsert upsert
                ? new Call.Upsert(
                        sight, model.name(), upsert.key(), upsert.create(), upsert.update(), upsert.when(), false)
                : call;
    }

    private Call update(Sight sight, ModelFacts model) {
        return new Call.Update(
                sight,
                model.name(),
                key(sight, model),
                guard(model),
                changes(sight, model, List.of(), false),
                values.chance(40));
    }

    private Call upsert(Sight sight, ModelFacts model) {
        Call.Key key = key(sight, model);
        List<Assign> update = values.chance(20) ? List.of() : changes(sight, model, key.fields(), false);
        Where when = values.chance(40) ? conditions.where(model) : null;
        return new Call.Upsert(sight, model.name(), key, record(sight, model, key), update, when, values.chance(40));
    }

    private @Nullable Where guard(ModelFacts model) {
        return values.chance(35) ? conditions.where(model) : null;
    }

    /** Never a condition that says nothing, which would be refused. */
    private @Nullable Where several(ModelFacts model) {
        if (values.chance(10)) {
            return null;
        }
        String field = model.idsMade() ? "name" : "id";
        return new Where.All(
                List.of(conditions.where(model), new Where.Compare(field, Where.Operator.ne, "somebody else")));
    }

    Call.Key key(Sight sight, ModelFacts model) {
        List<String> fields = values.one(model.keys());
        List<Object> held = new ArrayList<>();
        for (String name : fields) {
            Field field = model.field(name);
            boolean own = field.role() == Facts.Role.TENANT && sight.tenant() != null && values.chance(95);
            held.add(own ? Objects.requireNonNull(sight.tenant()) : values.compared(model.name(), field));
        }
        return new Call.Key(fields, held);
    }

    // ------------------------------------------------------------------------------------------------ values

    /** The values of a new record, beside those of the key. */
    private List<Assign> record(Sight sight, ModelFacts model, Call.@Nullable Key key) {
        List<Assign> assigns = new ArrayList<>();
        for (Field field : model.fields()) {
            if (key != null && key.fields().contains(field.name()) && values.chance(97)) {
                continue;
            }
            if (given(sight, model, field)) {
                Object value = values.written(model.name(), field);
                boolean now = field.kind() == Facts.Kind.TIME && field.role() != Facts.Role.EXPIRY && values.chance(15);
                assigns.add(
                        now ? new Assign(field.name(), Put.setNow, null) : new Assign(field.name(), Put.set, value));
            }
        }
        return assigns;
    }

    private boolean given(Sight sight, ModelFacts model, Field field) {
        if (limits.standIn() && field.name().equals("shopId")) {
            return true;
        }
        return switch (field.role()) {
            case ID -> !model.idsMade() || values.chance(30);
            case TENANT -> sight.tenant() == null || values.chance(3);
            case VERSION -> false;
            case SOFT_DELETE -> values.chance(5);
            default -> field.nullable() || field.byDefault() != null ? values.chance(50) : values.chance(98);
        };
    }

    private Call createMany(Sight sight, ModelFacts model) {
        List<List<Assign>> records = new ArrayList<>();
        for (int i = values.below(4); i > 0; i--) {
            List<Assign> record = new ArrayList<>();
            for (String name : Inputs.fields(model.name())) {
                Field field = model.field(name);
                boolean own = field.role() == Facts.Role.TENANT && sight.tenant() != null;
                Object value = own ? sight.tenant() : values.written(model.name(), field);
                record.add(new Assign(name, Put.set, field.role() == Facts.Role.EXPIRY ? null : value));
            }
            records.add(record);
        }
        return new Call.CreateMany(sight, model.name(), limits.recordByRecord() ? parentsFirst(records) : records);
    }

    /** Records of one call point back and never forward. */
    private static List<List<Assign>> parentsFirst(List<List<Assign>> records) {
        List<List<Assign>> ordered = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            List<Object> later = records.subList(i + 1, records.size()).stream()
                    .map(record -> Objects.requireNonNull(record.get(0).value()))
                    .toList();
            ordered.add(records.get(i).stream()
                    .map(one -> one.field().equals("parentId") && one.value() != null && later.contains(one.value())
                            ? new Assign(one.field(), Put.set, null)
                            : one)
                    .toList());
        }
        return ordered;
    }

    private List<Assign> changes(Sight sight, ModelFacts model, List<String> key, boolean several) {
        List<Assign> changes = new ArrayList<>();
        int size = 1 + values.below(3);
        for (int i = 0; i < size * 4 && changes.size() < size; i++) {
            Field field = values.one(model.fields());
            boolean fresh = changes.stream().noneMatch(one -> one.field().equals(field.name()));
            if (fresh && !key.contains(field.name()) && changeable(sight, model, field)) {
                changes.add(change(model, field, several));
            }
        }
        if (changes.isEmpty()) {
            Field field = model.field(
                    switch (model.name()) {
                        case "shop" -> "count";
                        case "item" -> "price";
                        case "link" -> "weight";
                        default -> "remaining";
                    });
            changes.add(change(model, field, several));
        }
        return changes;
    }

    private boolean changeable(Sight sight, ModelFacts model, Field field) {
        if (model.inKey(field.name()) && !limits.keyChanges() && model.name().equals("pass")) {
            return false;
        }
        return switch (field.role()) {
            case ID, VERSION -> false;
            case TENANT -> sight.tenant() == null;
            default -> true;
        };
    }

    /** Stores look at the keys of several records one after the other, so what moves keys along is left out. */
    private Assign change(ModelFacts model, Field field, boolean several) {
        boolean countable = field.kind().numeric() && !(several && model.inKey(field.name()));
        if (countable && values.chance(60)) {
            return new Assign(
                    field.name(),
                    values.chance(50) ? Put.increment : Put.decrement,
                    values.compared(model.name(), field));
        }
        return field.kind() == Facts.Kind.TIME && field.role() != Facts.Role.EXPIRY && values.chance(30)
                ? new Assign(field.name(), Put.setNow, null)
                : new Assign(field.name(), Put.set, values.written(model.name(), field));
    }
}
