package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the writing verbs mean. */
final class ReferenceWrites {

    private final ReferenceModel model;
    private final ReferenceRules rules;

    ReferenceWrites(ReferenceModel model) {
        this.model = model;
        this.rules = new ReferenceRules(model);
    }

    Expected run(Call call) {
        if (call instanceof Call.Create create) {
            ModelFacts facts = Facts.model(create.model());
            Map<String, Object> row = complete(facts, create.sight(), null, create.values());
            insert(facts, List.of(row));
            return Expected.value(ReferenceReads.fields(facts, row));
        }
        if (call instanceof Call.CreateMany many) {
            ModelFacts facts = Facts.model(many.model());
            List<Map<String, Object>> rows = new ArrayList<>();
            many.records().forEach(record -> rows.add(complete(facts, many.sight(), null, record)));
            insert(facts, rows);
            return Expected.value((long) rows.size());
        }
        if (call instanceof Call.CreateIfAbsent absent) {
            return createIfAbsent(absent);
        }
        if (call instanceof Call.Upsert upsert) {
            return upsert(upsert);
        }
        return call instanceof Call.Delete || call instanceof Call.DeleteMany ? remove(call) : change(call);
    }

    private void insert(ModelFacts facts, List<Map<String, Object>> rows) {
        model.rows(facts.name()).addAll(rows);
        rules.check(facts, rows, Map.of());
    }

    // ------------------------------------------------------------------------------------------------ new records

    private Map<String, Object> complete(
            ModelFacts facts, Call.Sight sight, Call.@Nullable Key key, List<Call.Assign> values) {
        Set<OrmErrorCode> wrong = EnumSet.noneOf(OrmErrorCode.class);
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        for (int i = 0; key != null && i < key.fields().size(); i++) {
            Facts.Field field = facts.field(key.fields().get(i));
            given.put(field.name(), rules.storable(field, key.values().get(i), wrong));
        }
        for (Call.Assign assign : values) {
            Facts.Field field = facts.field(assign.field());
            Object value = assign.put() == Call.Put.setNow ? model.now() : rules.storable(field, assign.value(), wrong);
            if (given.containsKey(field.name()) && !Objects.equals(given.get(field.name()), value)) {
                wrong.add(OrmErrorCode.INVALID_QUERY);
            }
            given.put(field.name(), value);
        }
        stampTenant(facts, sight, given, wrong);
        Map<String, Object> row = new LinkedHashMap<>();
        for (Facts.Field field : facts.fields()) {
            Object value = given.containsKey(field.name()) ? given.get(field.name()) : byDefault(field);
            if (value == null && !field.nullable()) {
                wrong.add(OrmErrorCode.NOT_NULL_VIOLATION);
            }
            row.put(field.name(), value);
        }
        ReferenceRules.refuse(wrong);
        return row;
    }

    private static void stampTenant(
            ModelFacts facts, Call.Sight sight, Map<String, @Nullable Object> given, Set<OrmErrorCode> wrong) {
        Facts.Field tenant = facts.with(Facts.Role.TENANT);
        if (tenant == null || sight.tenant() == null) {
            return;
        }
        if (given.containsKey(tenant.name()) && !sight.tenant().equals(given.get(tenant.name()))) {
            wrong.add(OrmErrorCode.INVALID_QUERY);
        }
        given.put(tenant.name(), sight.tenant());
    }

    private @Nullable Object byDefault(Facts.Field field) {
        return field.byDefault() == Facts.NOW
                ? model.now()
                : field.byDefault() == Facts.NEW_ID ? model.newId() : field.byDefault();
    }

    // ------------------------------------------------------------------------------------------------ upsert

    private @Nullable Map<String, Object> holder(ModelFacts facts, Call.Key key) {
        ReferenceConditions everything = new ReferenceConditions(model, new Call.Sight(null, true));
        return model.rows(facts.name()).stream()
                .filter(row -> everything.holds(facts, row, Keys.where(key)))
                .findFirst()
                .orElse(null);
    }

    private Expected createIfAbsent(Call.CreateIfAbsent call) {
        ModelFacts facts = Facts.model(call.model());
        Map<String, Object> row = complete(facts, call.sight(), call.key(), call.values());
        Map<String, Object> holder = holder(facts, call.key());
        if (holder == null) {
            insert(facts, List.of(row));
            return Expected.value(true);
        }
        refuseOutOfSight(facts, holder, call.sight());
        return Expected.value(false);
    }

    /** A record that is out of sight still holds its key. */
    private static void refuseOutOfSight(ModelFacts facts, Map<String, Object> holder, Call.Sight sight) {
        if (!ReferenceModel.belongs(facts, holder, sight)) {
            throw new Refused(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
        }
    }

    private Expected upsert(Call.Upsert call) {
        ModelFacts facts = Facts.model(call.model());
        Map<String, Object> row = complete(facts, call.sight(), call.key(), call.create());
        rules.refuseValues(facts, call.update());
        Map<String, Object> holder = holder(facts, call.key());
        String outcome = "CREATED";
        if (holder == null) {
            insert(facts, List.of(row));
            holder = row;
        } else {
            refuseOutOfSight(facts, holder, call.sight());
            boolean meets = new ReferenceConditions(model, call.sight()).holds(facts, holder, call.when());
            outcome = meets ? "UPDATED" : "REFUSED";
            if (meets) {
                change(facts, List.of(holder), call.update());
            }
        }
        return Expected.value(call.shown() ? ReferenceReads.fields(facts, holder) : outcome);
    }

    // ------------------------------------------------------------------------------------------------ change

    private Expected change(Call call) {
        if (call instanceof Call.Update update) {
            ModelFacts facts = Facts.model(update.model());
            rules.refuseValues(facts, update.changes());
            List<Map<String, Object>> rows = found(facts, update.sight(), update.key(), update.guard());
            change(facts, rows, update.changes());
            Object shown = rows.isEmpty() ? null : ReferenceReads.fields(facts, rows.get(0));
            return Expected.value(update.shown() ? shown : (Object) !rows.isEmpty());
        }
        Call.UpdateMany many = (Call.UpdateMany) call;
        ModelFacts facts = Facts.model(many.model());
        rules.refuseValues(facts, many.changes());
        List<Map<String, Object>> rows = found(facts, many.sight(), null, many.where());
        change(facts, rows, many.changes());
        return Expected.value((long) rows.size());
    }

    private List<Map<String, Object>> found(
            ModelFacts facts, Call.Sight sight, Call.@Nullable Key key, @Nullable Where where) {
        ReferenceConditions conditions = new ReferenceConditions(model, sight);
        return model.visible(facts.name(), sight).stream()
                .filter(row -> key == null || conditions.holds(facts, row, Keys.where(key)))
                .filter(row -> conditions.holds(facts, row, where))
                .toList();
    }

    /** Of no changes, nothing: not even the time of change. */
    private void change(ModelFacts facts, List<Map<String, Object>> rows, List<Call.Assign> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Set<OrmErrorCode> wrong = EnumSet.noneOf(OrmErrorCode.class);
        Map<Map<String, Object>, Map<String, Object>> before = new java.util.IdentityHashMap<>();
        for (Map<String, Object> row : rows) {
            before.put(row, new LinkedHashMap<>(row));
            for (Facts.Field field : facts.fields()) {
                if (field.role() == Facts.Role.UPDATED_NOW) {
                    row.put(field.name(), model.now());
                }
            }
            changes.forEach(change -> rules.apply(facts.field(change.field()), row, change, wrong));
            countWrite(facts, row);
        }
        ReferenceRules.refuseOr(wrong, () -> rules.check(facts, rows, before));
    }

    private static void countWrite(ModelFacts facts, Map<String, Object> row) {
        Facts.Field version = facts.with(Facts.Role.VERSION);
        if (version != null) {
            row.merge(version.name(), 1L, (one, more) -> (Long) one + (Long) more);
        }
    }

    // ------------------------------------------------------------------------------------------------ remove

    private Expected remove(Call call) {
        if (call instanceof Call.Delete delete) {
            ModelFacts facts = Facts.model(delete.model());
            List<Map<String, Object>> rows = found(facts, delete.sight(), delete.key(), delete.guard());
            return Expected.value(remove(facts, rows, false) > 0);
        }
        Call.DeleteMany many = (Call.DeleteMany) call;
        ModelFacts facts = Facts.model(many.model());
        Call.Sight sight = many.purge() ? new Call.Sight(many.sight().tenant(), true) : many.sight();
        return Expected.value(remove(facts, found(facts, sight, null, many.where()), many.purge()));
    }

    /** Marks, where the model has a mark and it is not for good; what is marked already is not marked again. */
    private long remove(ModelFacts facts, List<Map<String, Object>> rows, boolean forGood) {
        Facts.Field mark = facts.with(Facts.Role.SOFT_DELETE);
        if (mark == null || forGood) {
            rules.delete(facts, rows);
            return rows.size();
        }
        List<Map<String, Object>> unmarked =
                rows.stream().filter(row -> row.get(mark.name()) == null).toList();
        for (Map<String, Object> row : unmarked) {
            row.put(mark.name(), model.now());
            countWrite(facts, row);
        }
        return unmarked.size();
    }
}
