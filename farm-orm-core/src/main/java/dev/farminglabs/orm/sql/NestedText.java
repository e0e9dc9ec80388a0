package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that read what is nested in a find's records. Each selects its parents by the conditions of those
 * above it, so that none waits for the keys another found and all travel together. A parent without related records gives
 * one row as well: a parent that gives none was changed by somebody between two statements.
 */
final class NestedText {

    /**
     * The records that a statement reads or joins.
     *
     * @param above  whose nested records these are; null for those of the find itself
     * @param path   the to-one relations that lead from a record above to the parent
     * @param nested what is nested in it; null for the find itself
     * @param find   which records
     */
    private record Level(
            @Nullable Level above, List<Selection.Branch> path, Selection.@Nullable Nested nested, Find find) {}

    private final Vocabulary words;
    private final Names names;
    private final SqlWriter sql;
    private final List<SqlResult> results;

    private NestedText(Vocabulary words, SqlWriter sql, List<SqlResult> results) {
        this.words = words;
        this.names = words.names();
        this.sql = sql;
        this.results = results;
    }

    /** Adds the statements for what is nested at these spots of the find's rows, and their results. */
    static void add(Vocabulary words, SqlWriter sql, List<SqlResult> results, Find find, List<Layout.Spot> spots) {
        NestedText text = new NestedText(words, sql, results);
        text.statements(new Level(null, List.of(), null, find), spots, 0);
    }

    private void statements(Level level, List<Layout.Spot> spots, int result) {
        for (Layout.Spot spot : spots) {
            Selection.Nested nested = spot.nested();
            Level below = new Level(level, spot.path(), nested, nested.find());
            Layout layout = statement(below, nested.relation());
            results.add(layout.result(new SqlResult.Place(result, spot.key(), spot.cell())));
            statements(below, layout.spots(), results.size() - 1);
        }
    }

    private Layout statement(Level level, RelationDefinition relation) {
        String parent = sql.alias();
        String root = sql.alias();
        Layout layout = new Layout(names, sql);
        layout.inFront(parent + ".k", relation.localKey());
        layout.inFront(names.column(root, relation.targetKey()), relation.targetKey());
        layout.add(level.find().selection(), root);
        sql.add("; select ").add(String.join(", ", layout.columns())).add(" from ");
        related(level, parent, root, " left join ");
        layout.joins().forEach(join -> FindText.leftJoin(words, sql, join));
        Ordering.orderBy(words, sql, root, level.find().sorts());
        return layout;
    }

    /** Writes the parents' keys, with the records related to them joined under the alias {@code root}. */
    private void related(Level level, String parent, String root, String join) {
        Selection.Nested nested = level.nested();
        Level above = level.above();
        if (nested == null || above == null) {
            throw new IllegalStateException("The find itself has no parents");
        }
        keys(above, level.path(), nested.relation().localKey());
        sql.add(" as ").add(parent).add(join);
        RelationDefinition relation = nested.relation();
        Find find = level.find();
        if (relation.joinLocal() == null && find.skip() == null && find.take() == null) {
            sql.add(names.table(find.model())).add(" as ").add(root).add(" on ");
            linked(relation, parent, root);
            and(root, find.where());
        } else {
            sql.add("lateral ");
            ofOneParent(nested, parent);
            sql.add(" as ").add(root).add(" on true");
        }
    }

    private void linked(RelationDefinition relation, String parent, String alias) {
        sql.add(names.column(alias, relation.targetKey()))
                .add(" = ")
                .add(parent)
                .add(".k");
    }

    /** The related records of the parent at hand: each once, in order, as many as asked for. */
    private void ofOneParent(Selection.Nested nested, String parent) {
        RelationDefinition relation = nested.relation();
        FieldDefinition joinLocal = relation.joinLocal();
        FieldDefinition joinTarget = relation.joinTarget();
        Find find = nested.find();
        String target = sql.alias();
        sql.add("(select ").add(target).add(".* from ");
        if (joinLocal == null || joinTarget == null) {
            sql.add(names.table(find.model())).add(" as ").add(target).add(" where ");
            linked(relation, parent, target);
        } else {
            String link = sql.alias();
            String join = sql.alias();
            sql.add("(select distinct ").add(names.column(join, joinTarget)).add(" as k from ");
            sql.add(names.table(joinLocal.model())).add(" as ").add(join).add(" where ");
            sql.add(names.column(join, joinLocal)).add(" = ").add(parent).add(".k");
            and(join, nested.link());
            sql.add(") as ").add(link).add(" inner join ").add(names.table(find.model()));
            sql.add(" as ").add(target).add(" on ");
            linked(relation, link, target);
        }
        and(target, find.where());
        Ordering.orderBy(words, sql, target, find.sorts());
        Ordering.limit(words, sql, find);
        sql.add(")");
    }

    private void and(String alias, Predicate where) {
        if (!where.equals(Predicate.every())) {
            sql.add(" and ");
            Conditions.write(words, sql, alias, where);
        }
    }

    /** Writes the distinct values, named k, that the key has in the level's records or in what the path leads to. */
    private void keys(Level level, List<Selection.Branch> path, FieldDefinition key) {
        String root = sql.alias();
        List<Layout.Join> joins = new ArrayList<>();
        String holder = root;
        for (Selection.Branch branch : path) {
            String target = sql.alias();
            joins.add(new Layout.Join(holder, target, branch));
            holder = target;
        }
        boolean distinct = level.above() != null
                || !path.isEmpty()
                || key != level.find().model().id();
        boolean limited = level.above() == null
                && (level.find().skip() != null || level.find().take() != null);
        // what is limited and ordered cannot be made distinct in the same breath
        boolean around = distinct && limited;
        sql.add(around ? "(select distinct x.k from (select " : distinct ? "(select distinct " : "(select ");
        sql.add(names.column(holder, key)).add(" as k from ");
        records(level, root, joins);
        sql.add(around ? ") as x)" : ")");
    }

    private void records(Level level, String root, List<Layout.Join> joins) {
        Find find = level.find();
        if (level.above() != null) {
            related(level, sql.alias(), root, " inner join ");
            joins.forEach(join -> FindText.leftJoin(words, sql, join));
            return;
        }
        sql.add(names.table(find.model())).add(" as ").add(root);
        joins.forEach(join -> FindText.leftJoin(words, sql, join));
        Conditions.where(words, sql, root, find.where());
        if (find.skip() != null || find.take() != null) {
            Ordering.orderBy(words, sql, root, find.sorts());
            Ordering.limit(words, sql, find);
        }
    }
}
