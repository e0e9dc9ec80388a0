package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written.Outcome;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlCommand.Mark;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code insert ... on duplicate key update} of MySQL and MariaDB. It fires for any unique key, and its assignments run from
 * left to right and see what those before them did. So the first one changes nothing and decides, by the record as it was,
 * what it is: one with another key, one past its time, one that may be changed or one that may not. {@code
 * last_insert_id(mark)} keeps that decision for the assignments that follow, and the database sends it back with the count.
 * When another key's record was in the way, {@link SeparateUpsert} looks for the record of this key.
 *
 * @param alias what names the new row behind the values, empty where nothing does
 * @param fresh a column of the new row: a pattern with {@code %c} for the column
 */
record MarkedUpsert(String alias, String fresh) implements UpsertForm {

    @Override
    public SqlCommand command(Vocabulary words, Write.Upsert upsert) {
        SqlWriter sql = new SqlWriter();
        sql.add("insert into ").add(words.names().table(upsert.model()));
        WriteText.columns(words, sql, upsert.create());
        sql.add(" values (")
                .list(upsert.create(), setting -> words.value(sql, setting.value(), setting.field()))
                .add(")" + alias + " on duplicate key update ");
        decision(words, sql, upsert);
        assignments(words, sql, upsert);
        return new SqlCommand(
                sql.done(),
                SqlCommand.Answer.MARK,
                List.of(),
                List.of(),
                Outcome.UPDATED,
                Outcome.NOTHING,
                SqlCommand.Duplicates.RETRY,
                ReadBack.of(words, upsert),
                SeparateUpsert.command(words, upsert));
    }

    /** The stored record's table, which such a statement cannot give another name. */
    private static String stored(Vocabulary words, Write.Upsert upsert) {
        return words.names().alone(upsert.model());
    }

    private void decision(Vocabulary words, SqlWriter sql, Write.Upsert upsert) {
        String stored = stored(words, upsert);
        String key = words.names().column(stored, upsert.key().fields().get(0));
        sql.add(words.names().column(upsert.key().fields().get(0)))
                .add(" = case last_insert_id(case when ")
                .joined(
                        upsert.key().fields(),
                        " and ",
                        field -> sql.add(words.names().column(stored, field)).add(" = " + fresh(words, field)))
                .add(" then ");
        @Nullable Predicate expired = upsert.expired();
        if (expired != null) {
            sql.add("case when ");
            Conditions.write(words, sql, stored, expired);
            sql.add(" then " + Mark.REPLACED.number() + " else ");
        }
        if (upsert.when().equals(Predicate.every())) {
            sql.add(Long.toString(Mark.UPDATED.number()));
        } else {
            sql.add("case when ");
            Conditions.write(words, sql, stored, upsert.when());
            sql.add(" then " + Mark.UPDATED.number() + " else " + Mark.REFUSED.number() + " end");
        }
        sql.add(expired == null ? "" : " end").add(" else " + Mark.OTHER.number() + " end)");
        sql.add(" when 0 then " + key + " else " + key + " end");
    }

    private void assignments(Vocabulary words, SqlWriter sql, Write.Upsert upsert) {
        Map<FieldDefinition, Change> changes = new HashMap<>();
        Set<FieldDefinition> replaced = new HashSet<>();
        Set<FieldDefinition> fields = new LinkedHashSet<>();
        if (upsert.expired() != null) {
            upsert.create().stream().map(Setting::field).forEach(replaced::add);
            upsert.create().forEach(setting -> fields.add(setting.field()));
        }
        upsert.changes().forEach(change -> {
            changes.put(change.field(), change);
            fields.add(change.field());
        });
        String stored = stored(words, upsert);
        for (FieldDefinition field : fields) {
            sql.add(", ").add(words.names().column(field)).add(" = case last_insert_id()");
            if (replaced.contains(field)) {
                sql.add(" when " + Mark.REPLACED.number() + " then " + fresh(words, field));
            }
            Change change = changes.get(field);
            if (change != null) {
                sql.add(" when " + Mark.UPDATED.number() + " then ");
                WriteText.change(words, sql, stored, change);
            }
            sql.add(" else ").add(words.names().column(stored, field)).add(" end");
        }
    }

    private String fresh(Vocabulary words, FieldDefinition field) {
        return fresh.replace("%c", words.names().column(field));
    }
}
