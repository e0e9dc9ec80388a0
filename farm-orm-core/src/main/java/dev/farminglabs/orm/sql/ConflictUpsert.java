package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code insert ... on conflict (key) do update set ... where ...}. The key named is the only one whose conflict is
 * resolved; another key's is an error and undoes the statement.
 *
 * @param replaced how the statement tells a record that replaced an expired one from one that was changed
 */
record ConflictUpsert(Replaced replaced) implements UpsertForm {

    /** How to tell that an expired record was replaced. */
    enum Replaced {
        /** The record as it was before is at hand under the name {@code old}. */
        OLD_ROW,
        /** An expired record is locked first, so that it is still the expired one when the conflict is resolved. */
        LOCKED_BEFORE
    }

    @Override
    public SqlCommand command(Vocabulary words, Write.Upsert upsert) {
        SqlWriter sql = new SqlWriter();
        sql.alias(); // t0 is the table written to
        UpsertParts parts = new UpsertParts(words, sql, upsert);
        @Nullable Predicate expired = replaced == Replaced.LOCKED_BEFORE ? upsert.expired() : null;
        boolean locks = expired != null;
        if (expired != null) {
            lockExpired(parts, expired);
        }
        sql.add("insert into ").add(words.names().table(upsert.model())).add(" as t0");
        WriteText.columns(words, sql, upsert.create());
        sql.add(locks ? " select " : " values (");
        sql.list(upsert.create(), setting -> words.value(sql, setting.value(), setting.field()));
        sql.add(locks ? " from (select count(*) from gone) as g" : ")");
        onConflict(parts);
        sql.add(" returning ");
        created(parts, locks);
        for (FieldDefinition field : upsert.returning()) {
            sql.add(", ").add(words.names().column(UpsertParts.STORED, field));
        }
        return parts.command(SqlCommand.Duplicates.FAIL);
    }

    private static void onConflict(UpsertParts parts) {
        SqlWriter sql = parts.sql();
        Names names = parts.words().names();
        UniqueDefinition key = parts.upsert().key();
        sql.add(" on conflict (")
                .list(key.fields(), field -> sql.add(names.column(field)))
                .add(") do ");
        Predicate touched = parts.touched();
        if (touched == null) {
            sql.add("nothing");
        } else {
            sql.add("update set ");
            parts.changes("excluded");
            Conditions.where(parts.words(), sql, UpsertParts.STORED, touched);
        }
    }

    private static void lockExpired(UpsertParts parts, Predicate expired) {
        SqlWriter sql = parts.sql();
        Vocabulary words = parts.words();
        Write.Upsert upsert = parts.upsert();
        sql.add("with gone as materialized (select 1 from ")
                .add(words.names().table(upsert.model()))
                .add(" as x where ");
        for (FieldDefinition field : upsert.key().fields()) {
            sql.add(words.names().column("x", field)).add(" = ");
            words.value(sql, created(upsert, field), field);
            sql.add(" and ");
        }
        Conditions.write(words, sql, "x", expired);
        sql.add(" for update) ");
    }

    private static Slot created(Write.Upsert upsert, FieldDefinition field) {
        for (Setting setting : upsert.create()) {
            if (setting.field() == field) {
                return setting.value();
            }
        }
        throw new IllegalArgumentException("The upsert does not set " + field);
    }

    private void created(UpsertParts parts, boolean locked) {
        SqlWriter sql = parts.sql();
        if (replaced == Replaced.LOCKED_BEFORE) {
            // An inserted row has no xmax; one that was locked and updated has.
            sql.add(locked ? "(t0.xmax = 0 or exists (select 1 from gone))" : "(t0.xmax = 0)");
            return;
        }
        Names names = parts.words().names();
        sql.add("(").add(names.column("old", parts.upsert().model().id())).add(" is null");
        @Nullable Predicate expired = parts.upsert().expired();
        if (expired != null) {
            sql.add(" or ");
            Conditions.write(parts.words(), sql, "old", expired);
        }
        sql.add(")");
    }
}
