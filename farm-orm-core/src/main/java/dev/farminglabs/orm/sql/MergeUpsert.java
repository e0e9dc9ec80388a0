package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlWriter;
import org.jspecify.annotations.Nullable;

/**
 * H2's {@code merge into ... using ...} inside {@code final table}. H2 locks the stored row and looks at it again before
 * it decides, and at that moment the branch taken notes in a session variable whether the record counts as created: a
 * look before or after the merge could see another state. When two statements find no row, one of the inserts fails on
 * the key; that statement has done nothing and is run again.
 */
record MergeUpsert() implements UpsertForm {

    private static final String CREATED = "@farm_orm_created";

    @Override
    public SqlCommand command(Vocabulary words, Write.Upsert upsert) {
        SqlWriter sql = new SqlWriter();
        sql.alias(); // t0 is the table written to
        UpsertParts parts = new UpsertParts(words, sql, upsert);
        Names names = words.names();
        sql.add("select ").add(CREATED);
        for (FieldDefinition field : upsert.returning()) {
            sql.add(", ").add(names.column("f", field));
        }
        sql.add(" from final table (merge into ")
                .add(names.table(upsert.model()))
                .add(" as t0 using (select ");
        sql.list(
                upsert.create(),
                setting -> sql.add("cast(")
                        .bind(Bind.value(setting.value(), setting.field()))
                        .add(" as " + words.dialect().types().of(setting.field()) + ") as ")
                        .add(names.column(setting.field())));
        sql.add(") as s on (")
                .joined(
                        upsert.key().fields(),
                        " and ",
                        field -> sql.add(names.column("t0", field)).add(" = ").add(names.column("s", field)));
        sql.add(")");
        whenMatched(parts);
        whenNotMatched(parts);
        sql.add(") as f");
        return parts.command(SqlCommand.Duplicates.RETRY);
    }

    private static void whenMatched(UpsertParts parts) {
        Predicate touched = parts.touched();
        if (touched == null) {
            return;
        }
        SqlWriter sql = parts.sql();
        sql.add(" when matched and ");
        Conditions.write(parts.words(), sql, UpsertParts.STORED, touched);
        sql.add(" and set(" + CREATED + ", ");
        @Nullable Predicate expired = parts.upsert().expired();
        if (expired == null) {
            sql.add("false");
        } else {
            sql.add("case when ");
            Conditions.write(parts.words(), sql, UpsertParts.STORED, expired);
            sql.add(" then true else false end");
        }
        sql.add(") is not null then update set ");
        parts.changes("s");
    }

    private static void whenNotMatched(UpsertParts parts) {
        SqlWriter sql = parts.sql();
        Names names = parts.words().names();
        sql.add(" when not matched and set(" + CREATED + ", true) then insert (")
                .list(parts.upsert().create(), setting -> sql.add(names.column(setting.field())))
                .add(") values (")
                .list(parts.upsert().create(), setting -> sql.add(names.column("s", setting.field())))
                .add(")");
    }
}
