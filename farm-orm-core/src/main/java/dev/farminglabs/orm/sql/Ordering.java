package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Sort;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.List;

/** Writes in what order rows come, and which of them. */
final class Ordering {

    /** Writes {@code order by ...} for the table of that alias, or nothing. */
    static void orderBy(Vocabulary words, SqlWriter sql, String alias, List<Sort> sorts) {
        if (!sorts.isEmpty()) {
            sql.add(" order by ").list(sorts, sort -> sort(words, sql, alias, sort));
        }
    }

    private static void sort(Vocabulary words, SqlWriter sql, String alias, Sort sort) {
        FieldDefinition field = sort.field();
        String column = words.names().column(alias, field);
        if (field.nullable()) {
            sql.add(words.dialect().nulls().before(column, sort));
        }
        sql.add(words.ordered(column, field)).add(sort.descending() ? " desc" : "");
        // An index over a required field keeps its use when nothing is said about nulls.
        if (field.nullable()) {
            sql.add(words.dialect().nulls().behind(sort));
        }
    }

    /** Writes {@code limit ... offset ...}, or nothing. */
    static void limit(Vocabulary words, SqlWriter sql, Find find) {
        Slot take = find.take();
        Slot skip = find.skip();
        if (take != null) {
            sql.add(" limit ").bind(Bind.count(take));
        } else if (skip != null) {
            sql.add(words.dialect().unlimited());
        }
        if (skip != null) {
            sql.add(" offset ").bind(Bind.count(skip));
        }
    }

    private Ordering() {}
}
