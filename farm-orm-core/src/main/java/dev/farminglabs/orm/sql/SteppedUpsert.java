package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written.Outcome;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An update of the stored record and, when it finds none, {@code insert ... on conflict (key)}, which replaces an expired
 * record and leaves any other alone. SQLite cannot say in one statement whether it created or changed a record. The update
 * takes its write lock, of which there is one, so nothing happens between the two. Elsewhere somebody may create the record
 * between the two, and the update is tried again.
 *
 * @param again whether the update is tried again when the insert found a record
 */
record SteppedUpsert(boolean again) implements UpsertForm {

    @Override
    public SqlCommand command(Vocabulary words, Write.Upsert upsert) {
        boolean changes = !upsert.changes().isEmpty() || !upsert.returning().isEmpty();
        boolean guarded = !upsert.when().equals(Predicate.every());
        boolean never = upsert.when().equals(Predicate.none());
        boolean alone = !changes && !guarded && upsert.expired() == null;
        if (never || alone) {
            return insert(words, upsert, alone ? Outcome.UPDATED : Outcome.NOTHING, null);
        }
        SqlCommand last = again ? update(words, upsert, null) : null;
        return update(words, upsert, insert(words, upsert, Outcome.NOTHING, last));
    }

    private static SqlCommand update(Vocabulary words, Write.Upsert upsert, @Nullable SqlCommand next) {
        SqlWriter sql = new SqlWriter();
        Names names = words.names();
        String root = sql.alias();
        sql.add("update ").add(names.table(upsert.model())).add(" as " + root + " set ");
        if (upsert.changes().isEmpty()) {
            String still = names.column(UpsertParts.still(upsert));
            sql.add(still + " = " + root + "." + still);
        } else {
            sql.list(upsert.changes(), change -> {
                sql.add(names.column(change.field())).add(" = ");
                WriteText.change(words, sql, root, change);
            });
        }
        sql.add(" where ").joined(upsert.key().fields(), " and ", field -> {
            sql.add(names.column(root, field)).add(" = ");
            words.value(sql, created(upsert, field), field);
        });
        @Nullable Predicate expired = upsert.expired();
        if (expired != null) {
            sql.add(" and (");
            Conditions.write(words, sql, root, expired);
            sql.add(") is not true");
        }
        if (!upsert.when().equals(Predicate.every())) {
            sql.add(" and ");
            Conditions.write(words, sql, root, upsert.when());
        }
        return command(words, sql, upsert, Outcome.UPDATED, Outcome.NOTHING, next);
    }

    private static SqlCommand insert(
            Vocabulary words, Write.Upsert upsert, Outcome otherwise, @Nullable SqlCommand next) {
        SqlWriter sql = new SqlWriter();
        Names names = words.names();
        String root = sql.alias();
        sql.add("insert into ").add(names.table(upsert.model())).add(" as " + root);
        WriteText.columns(words, sql, upsert.create());
        sql.add(" values (")
                .list(upsert.create(), setting -> words.value(sql, setting.value(), setting.field()))
                .add(") on conflict (")
                .list(upsert.key().fields(), field -> sql.add(names.column(field)));
        @Nullable Predicate expired = upsert.expired();
        if (expired == null) {
            sql.add(") do nothing");
        } else {
            sql.add(") do update set ").list(upsert.create(), setting -> {
                String column = names.column(setting.field());
                sql.add(column + " = excluded." + column);
            });
            Conditions.where(words, sql, root, expired);
        }
        return command(words, sql, upsert, Outcome.CREATED, otherwise, next);
    }

    private static Slot created(Write.Upsert upsert, FieldDefinition field) {
        return upsert.create().stream()
                .filter(setting -> setting.field() == field)
                .map(Setting::value)
                .findFirst()
                .orElseThrow();
    }

    private static SqlCommand command(
            Vocabulary words,
            SqlWriter sql,
            Write.Upsert upsert,
            Outcome done,
            Outcome otherwise,
            @Nullable SqlCommand next) {
        List<FieldDefinition> returning = upsert.returning();
        boolean counts = returning.isEmpty();
        if (!counts) {
            sql.add(" returning ")
                    .list(returning, field -> sql.add(words.names().column(field)));
        }
        List<FieldKind> kinds = returning.stream().map(FieldDefinition::kind).toList();
        SqlCommand.Answer answer = counts ? SqlCommand.Answer.COUNT : SqlCommand.Answer.RECORDS;
        return new SqlCommand(
                sql.done(), answer, kinds, List.of(), done, otherwise, SqlCommand.Duplicates.FAIL, null, next);
    }
}
