package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a written record by a unique key, in the transaction of its write. A key that the write has changed is read by its new
 * value, unless there is another one.
 */
final class ReadBack {

    /** What a created record is read by: its id, or the one the database has just made. */
    static SqlCommand.@Nullable ReadBack of(Vocabulary words, Write.Create create) {
        return of(words, create.model(), List.of(create.model().id()), values(create.settings()), create.returning());
    }

    static SqlCommand.@Nullable ReadBack of(Vocabulary words, Write.Upsert upsert) {
        return of(words, upsert.model(), upsert.key().fields(), values(upsert.create()), upsert.returning());
    }

    /** What an updated record is read by: the key that its condition names. */
    static SqlCommand.@Nullable ReadBack of(Vocabulary words, Write.Update update) {
        Map<FieldDefinition, List<Slot>> values = new HashMap<>();
        equalities(update.where(), values);
        for (Change change : update.changes()) {
            values.computeIfPresent(
                    change.field(),
                    (field, before) -> change.kind() == Change.Kind.SET
                            ? List.of(change.value())
                            : List.of(before.get(0), change.value()));
        }
        return of(words, update.model(), key(update, values), values, update.returning());
    }

    /** Whether the condition names a key that the changes leave alone. */
    static boolean keeps(Write.Update update) {
        Map<FieldDefinition, List<Slot>> values = new HashMap<>();
        equalities(update.where(), values);
        List<FieldDefinition> key = key(update, values);
        return !key.isEmpty() && !changes(update, key);
    }

    private static List<FieldDefinition> key(Write.Update update, Map<FieldDefinition, List<Slot>> values) {
        return update.model().uniques().stream()
                .map(UniqueDefinition::fields)
                .filter(values.keySet()::containsAll)
                .min(Comparator.comparing(key -> changes(update, key)))
                .orElse(List.of());
    }

    private static boolean changes(Write.Update update, List<FieldDefinition> key) {
        return update.changes().stream().anyMatch(change -> key.contains(change.field()));
    }

    private static void equalities(Predicate where, Map<FieldDefinition, List<Slot>> values) {
        if (where instanceof Predicate.And and) {
            and.parts().forEach(part -> equalities(part, values));
        } else if (where instanceof Predicate.Compare compare
                && compare.comparison() == Comparison.EQUAL
                && !compare.negated()) {
            values.put(compare.field(), List.of(compare.value()));
        }
    }

    private static Map<FieldDefinition, List<Slot>> values(List<Setting> settings) {
        Map<FieldDefinition, List<Slot>> values = new HashMap<>();
        settings.forEach(setting -> values.put(setting.field(), List.of(setting.value())));
        return values;
    }

    private static SqlCommand.@Nullable ReadBack of(
            Vocabulary words,
            ModelDefinition model,
            List<FieldDefinition> key,
            Map<FieldDefinition, List<Slot>> values,
            List<FieldDefinition> fields) {
        if (fields.isEmpty()) {
            return null;
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A write of " + model + " that gives records back names no unique key");
        }
        SqlWriter sql = new SqlWriter();
        sql.add("select ").list(fields, field -> sql.add(words.names().column(field)));
        sql.add(" from ").add(words.names().table(model)).add(" where ");
        sql.joined(key, " and ", field -> {
            sql.add(words.names().column(field)).add(" = ");
            List<Slot> sum = values.get(field);
            if (sum == null) {
                sql.add("last_insert_id()");
            } else {
                sql.joined(sum, " + ", value -> words.value(sql, value, field));
            }
        });
        List<FieldKind> kinds = fields.stream().map(FieldDefinition::kind).toList();
        return new SqlCommand.ReadBack(sql.done(), kinds);
    }

    private ReadBack() {}
}
