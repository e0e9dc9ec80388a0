package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written.Outcome;
import dev.farminglabs.orm.sql.form.ReturningForm;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes one write. */
final class WriteText implements Write.Visitor<SqlCommand> {

    private final Vocabulary words;
    private final SqlWriter sql = new SqlWriter();

    private WriteText(Vocabulary words) {
        this.words = words;
    }

    static SqlCommand of(Vocabulary words, Write write) {
        return write.accept(new WriteText(words.writing(write.model())));
    }

    /** Writes the columns in parentheses. */
    static void columns(Vocabulary words, SqlWriter sql, List<Setting> settings) {
        sql.add(" (")
                .list(settings, setting -> sql.add(words.names().column(setting.field())))
                .add(")");
    }

    /** Writes what the column of a stored record gets. */
    static void change(Vocabulary words, SqlWriter sql, String stored, Change change) {
        FieldDefinition field = change.field();
        if (change.kind() == Change.Kind.ADD) {
            words.dialect()
                    .arithmetic()
                    .add(
                            sql,
                            words.names().column(stored, field),
                            field,
                            () -> words.value(sql, change.value(), field));
        } else {
            words.value(sql, change.value(), field);
        }
    }

    @Override
    public SqlCommand create(Write.Create create) {
        SqlCommand.Duplicates reported = words.dialect().skipping();
        boolean clause = create.skipDuplicate() && reported == SqlCommand.Duplicates.FAIL;
        Runnable insert = () -> {
            sql.add("insert into ").add(words.names().table(create.model()));
            if (create.settings().isEmpty()) {
                sql.add(words.dialect().noColumns());
            } else {
                columns(words, sql, create.settings());
                sql.add(" values (")
                        .list(create.settings(), setting -> words.value(sql, setting.value(), setting.field()))
                        .add(")");
            }
            sql.add(clause ? " on conflict do nothing" : "");
        };
        return command(
                create.returning(),
                words.dialect().returning(),
                () -> ReadBack.of(words, create),
                insert,
                Outcome.CREATED,
                create.skipDuplicate() ? reported : SqlCommand.Duplicates.FAIL);
    }

    @Override
    public SqlCommand createMany(Write.CreateMany createMany) {
        return command(
                () -> {
                    sql.add("insert into ").add(words.names().table(createMany.model()));
                    columns(words, sql, createMany.columns());
                    words.dialect().many().write(sql, words.dialect().types(), createMany.columns());
                },
                Outcome.CREATED);
    }

    @Override
    public SqlCommand update(Write.Update update) {
        String root = sql.alias();
        return command(
                update.returning(),
                words.dialect().updating(),
                () -> ReadBack.of(words, update),
                () -> {
                    sql.add("update ").add(words.names().table(update.model())).add(" as " + root + " set ");
                    sql.list(update.changes(), change -> {
                        sql.add(words.names().column(change.field())).add(" = ");
                        change(words, sql, root, change);
                    });
                    Conditions.where(words, sql, root, update.where());
                },
                Outcome.UPDATED,
                SqlCommand.Duplicates.FAIL);
    }

    @Override
    public SqlCommand upsert(Write.Upsert upsert) {
        return words.dialect().upsert().command(words, upsert);
    }

    @Override
    public SqlCommand delete(Write.Delete delete) {
        String root = sql.alias();
        return command(
                () -> {
                    sql.add(words.dialect().delete().replace("%a", root))
                            .add(words.names().table(delete.model()))
                            .add(" as " + root);
                    Conditions.where(words, sql, root, delete.where());
                },
                Outcome.DELETED);
    }

    private SqlCommand command(Runnable statement, Outcome done) {
        return command(List.of(), words.dialect().returning(), () -> null, statement, done, SqlCommand.Duplicates.FAIL);
    }

    private SqlCommand command(
            List<FieldDefinition> returning,
            ReturningForm form,
            Supplier<SqlCommand.@Nullable ReadBack> readBack,
            Runnable statement,
            Outcome done,
            SqlCommand.Duplicates duplicates) {
        statement.run();
        if (!returning.isEmpty()) {
            form.write(sql, returning.stream().map(words.names()::column).toList());
        }
        List<FieldKind> kinds = returning.stream().map(FieldDefinition::kind).toList();
        SqlCommand.Answer answer = kinds.isEmpty() ? SqlCommand.Answer.COUNT : form.answer();
        List<String> beside = answer == SqlCommand.Answer.RECORDS_BESIDE
                ? returning.stream().map(words.names().schema()::column).toList()
                : List.of();
        return new SqlCommand(
                sql.done(),
                answer,
                kinds,
                beside,
                done,
                Outcome.NOTHING,
                duplicates,
                form == ReturningForm.READ_BACK ? readBack.get() : null,
                null);
    }
}
