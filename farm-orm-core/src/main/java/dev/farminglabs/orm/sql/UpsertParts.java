package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.sql.form.SqlCommand;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all upserts have in common: which stored records are written to, and what each of their columns gets.
 *
 * @param words  what to write with
 * @param sql    where to write
 * @param upsert the upsert
 */
record UpsertParts(Vocabulary words, SqlWriter sql, Write.Upsert upsert) {

    /** The stored record. */
    static final String STORED = "t0";

    /** What a stored record must meet to be written to; null when none is ever. */
    @Nullable
    Predicate touched() {
        Predicate expired = upsert.expired();
        if (leftAlone() || upsert.when().equals(Predicate.none())) {
            return expired;
        }
        return expired == null || upsert.when().equals(Predicate.every())
                ? upsert.when()
                : Predicate.or(List.of(expired, upsert.when()));
    }

    /** Whether a stored record that may be changed needs no write: nothing changes and nothing is given back. */
    private boolean leftAlone() {
        return upsert.changes().isEmpty()
                && upsert.returning().isEmpty()
                && upsert.when().equals(Predicate.every());
    }

    /** What it means that no record was written: it was there and left alone, or stood against it. */
    Written.Outcome otherwise() {
        return leftAlone() ? Written.Outcome.UPDATED : Written.Outcome.NOTHING;
    }

    /** Writes what each column of a stored record gets; {@code created} is the alias of what create says. */
    void changes(String created) {
        Map<FieldDefinition, @Nullable Change> columns = new LinkedHashMap<>();
        Set<FieldDefinition> replaced = new HashSet<>();
        if (upsert.expired() != null) {
            for (Setting setting : upsert.create()) {
                columns.put(setting.field(), null);
                replaced.add(setting.field());
            }
        }
        upsert.changes().forEach(change -> columns.put(change.field(), change));
        if (columns.isEmpty()) {
            // A write that changes nothing, so that the record is given back.
            columns.put(still(upsert), null);
        }
        sql.list(columns.entrySet(), entry -> {
            FieldDefinition field = entry.getKey();
            sql.add(words.names().column(field)).add(" = ");
            column(field, entry.getValue(), replaced.contains(field) ? created : STORED);
        });
    }

    /**
     * The field that a write which changes nothing sets to what it is: best one in no key, then any but the id. SQLite finds a
     * reference broken when a record that points at itself gets the id it has.
     */
    static FieldDefinition still(Write.Upsert upsert) {
        List<UniqueDefinition> keys = upsert.model().uniques();
        Stream<FieldDefinition> keyless = upsert.model().fields().stream()
                .filter(field -> keys.stream().noneMatch(key -> key.fields().contains(field)));
        Stream<FieldDefinition> others = upsert.model().fields().stream().filter(field -> !field.is(FieldRole.ID));
        return Stream.concat(keyless, others)
                .filter(field -> field.reference() == null)
                .findFirst()
                .orElse(upsert.key().fields().get(0));
    }

    private void column(FieldDefinition field, @Nullable Change change, String whenExpired) {
        Predicate expired = upsert.expired();
        if (expired == null) {
            changed(field, change);
            return;
        }
        sql.add("case when ");
        Conditions.write(words, sql, STORED, expired);
        sql.add(" then ").add(words.names().column(whenExpired, field)).add(" else ");
        changed(field, change);
        sql.add(" end");
    }

    private void changed(FieldDefinition field, @Nullable Change change) {
        if (change == null) {
            sql.add(words.names().column(STORED, field));
        } else {
            WriteText.change(words, sql, STORED, change);
        }
    }

    SqlCommand command(SqlCommand.Duplicates duplicates) {
        List<FieldKind> kinds =
                upsert.returning().stream().map(FieldDefinition::kind).toList();
        return new SqlCommand(
                sql.done(),
                SqlCommand.Answer.RECORD_AND_CREATED,
                kinds,
                List.of(),
                Written.Outcome.UPDATED,
                otherwise(),
                duplicates,
                null,
                null);
    }
}
