package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
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
 * An upsert as an update of the live record, a replacement of an expired one and an insert where there is none, each tried
 * when the one before found nothing. For MySQL and MariaDB, when one statement could not do it because a record with another
 * key was in its way.
 */
final class SeparateUpsert {

    private final Vocabulary words;
    private final Write.Upsert upsert;
    private final boolean leftAlone;

    private SeparateUpsert(Vocabulary words, Write.Upsert upsert) {
        this.words = words;
        this.upsert = upsert;
        this.leftAlone = upsert.changes().isEmpty()
                && upsert.returning().isEmpty()
                && upsert.when().equals(Predicate.every());
    }

    static SqlCommand command(Vocabulary words, Write.Upsert upsert) {
        return new SeparateUpsert(words, upsert).command();
    }

    private SqlCommand command() {
        SqlCommand last = insert();
        @Nullable Predicate expired = upsert.expired();
        SqlCommand replacing = expired == null ? last : replace(expired, last);
        return leftAlone || upsert.when().equals(Predicate.none()) ? replacing : update(replacing);
    }

    private SqlCommand update(SqlCommand next) {
        SqlWriter sql = changing();
        if (upsert.changes().isEmpty()) {
            String key = words.names().column(upsert.key().fields().get(0));
            sql.add(key + " = " + key);
        } else {
            sql.list(upsert.changes(), change -> {
                sql.add(words.names().column(change.field())).add(" = ");
                WriteText.change(words, sql, UpsertParts.STORED, change);
            });
        }
        key(sql, UpsertParts.STORED);
        @Nullable Predicate expired = upsert.expired();
        if (expired != null) {
            sql.add(" and (");
            Conditions.write(words, sql, UpsertParts.STORED, expired);
            sql.add(") is not true");
        }
        if (!upsert.when().equals(Predicate.every())) {
            sql.add(" and ");
            Conditions.write(words, sql, UpsertParts.STORED, upsert.when());
        }
        return command(sql, Outcome.UPDATED, Outcome.NOTHING, next);
    }

    private SqlCommand replace(Predicate expired, SqlCommand next) {
        SqlWriter sql = changing();
        sql.list(upsert.create(), setting -> {
            sql.add(words.names().column(setting.field())).add(" = ");
            words.value(sql, setting.value(), setting.field());
        });
        key(sql, UpsertParts.STORED);
        sql.add(" and ");
        Conditions.write(words, sql, UpsertParts.STORED, expired);
        return command(sql, Outcome.CREATED, Outcome.NOTHING, next);
    }

    private SqlWriter changing() {
        SqlWriter sql = new SqlWriter();
        String root = sql.alias();
        return sql.add("update ").add(words.names().table(upsert.model())).add(" as " + root + " set ");
    }

    /** A record that is there now has been left alone, or stood against the change. */
    private SqlCommand insert() {
        SqlWriter sql = new SqlWriter();
        String root = sql.alias();
        sql.add("insert into ").add(words.names().table(upsert.model()));
        WriteText.columns(words, sql, upsert.create());
        sql.add(" select ")
                .list(upsert.create(), setting -> words.value(sql, setting.value(), setting.field()))
                .add(" from dual where not exists (select 1 from ")
                .add(words.names().table(upsert.model()))
                .add(" as " + root);
        key(sql, root);
        sql.add(")");
        return command(sql, Outcome.CREATED, leftAlone ? Outcome.UPDATED : Outcome.NOTHING, null);
    }

    private void key(SqlWriter sql, String alias) {
        sql.add(" where ").joined(upsert.key().fields(), " and ", field -> {
            sql.add(words.names().column(alias, field)).add(" = ");
            words.value(sql, created(field), field);
        });
    }

    private Slot created(FieldDefinition field) {
        return upsert.create().stream()
                .filter(setting -> setting.field() == field)
                .map(Setting::value)
                .findFirst()
                .orElseThrow();
    }

    private SqlCommand command(SqlWriter sql, Outcome done, Outcome otherwise, @Nullable SqlCommand next) {
        return new SqlCommand(
                sql.done(),
                SqlCommand.Answer.COUNT,
                List.of(),
                List.of(),
                done,
                otherwise,
                SqlCommand.Duplicates.FAIL,
                ReadBack.of(words, upsert),
                next);
    }
}
