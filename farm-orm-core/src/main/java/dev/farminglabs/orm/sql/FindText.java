package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldKind;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Slot;
import dev.farminglabs.orm.operation.Sort;
import dev.farminglabs.orm.sql.form.Bind;
import dev.farminglabs.orm.sql.form.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one find. */
final class FindText {

    private final Vocabulary words;
    private final Names names;
    private final Find find;
    private final SqlWriter sql = new SqlWriter();
    private final String root = sql.alias();
    private final List<String> columns = new ArrayList<>();
    private final List<FieldKind> kinds = new ArrayList<>();

    /** The to-one relations met while the columns were laid out, in the order of their joins. */
    private final List<Join> joins = new ArrayList<>();

    private record Join(String parent, String alias, Selection.Branch branch) {}

    private FindText(Vocabulary words, Find find) {
        this.words = words;
        this.names = words.names();
        this.find = find;
    }

    static SqlQuery of(Vocabulary words, Find find) {
        return new FindText(words, find).query();
    }

    private SqlQuery query() {
        Parents parents = find.parents();
        if (parents != null) {
            cell(parentKey(parents), parents.relation().localKey());
        }
        layOut(find.selection(), root);
        if (columns.isEmpty()) {
            cell(names.column(root, find.model().id()), find.model().id());
        }
        if (parents != null && (find.skip() != null || find.take() != null)) {
            paged(parents);
        } else {
            sql.add("select ").add(String.join(", ", columns));
            source(parents);
            orderBy(find.sorts());
            limit(find.take(), find.skip());
        }
        return new SqlQuery(sql.done(), kinds);
    }

    private void layOut(Selection selection, String alias) {
        for (FieldDefinition field : selection.fields()) {
            cell(names.column(alias, field), field);
        }
        for (Selection.Branch branch : selection.branches()) {
            String target = sql.alias();
            joins.add(new Join(alias, target, branch));
            FieldDefinition key = branch.relation().targetKey();
            cell(names.column(target, key), key);
            layOut(branch.selection(), target);
        }
    }

    private void cell(String column, FieldDefinition field) {
        columns.add(column);
        kinds.add(field.kind());
    }

    /** Whose target a row is. */
    private String parentKey(Parents parents) {
        RelationDefinition relation = parents.relation();
        FieldDefinition joinLocal = relation.joinLocal();
        return joinLocal == null ? names.column(root, relation.targetKey()) : "l.p";
    }

    /** Numbers the rows of each parent and keeps those asked for. */
    private void paged(Parents parents) {
        sql.add("select ");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(i == 0 ? "r.c" : ", r.c").add(Integer.toString(i));
        }
        sql.add(" from (select ");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(columns.get(i)).add(" as c" + i + ", ");
        }
        sql.add("row_number() over (partition by ").add(parentKey(parents));
        orderBy(find.sorts());
        sql.add(") as n");
        source(parents);
        sql.add(") as r where ");
        numbered(find.skip(), find.take());
        sql.add(" order by r.n");
    }

    private void numbered(@Nullable Slot skip, @Nullable Slot take) {
        if (skip != null) {
            sql.add("r.n > ").bind(Bind.count(skip));
        }
        if (take != null) {
            sql.add(skip == null ? "r.n <= " : " and r.n <= ");
            // Each number is cast: a sum of two that the database knows nothing about has no type.
            String type = " as " + words.dialect().types().cast() + ")";
            sql.add("cast(").bind(Bind.count(take)).add(type);
            if (skip != null) {
                sql.add(" + cast(").bind(Bind.count(skip)).add(type);
            }
        }
    }

    private void source(@Nullable Parents parents) {
        sql.add(" from ").add(names.table(find.model())).add(" as ").add(root);
        boolean restricted = false;
        if (parents != null) {
            restricted = parents(parents);
        }
        for (Join join : joins) {
            leftJoin(join);
        }
        if (restricted && parents != null) {
            sql.add(" where ");
            keys(
                    names.column(root, parents.relation().targetKey()),
                    parents,
                    parents.relation().targetKey());
            if (!find.where().equals(Predicate.every())) {
                sql.add(" and ");
                Conditions.write(words, sql, root, find.where());
            }
        } else {
            Conditions.where(words, sql, root, find.where());
        }
    }

    /** Joins the links of a many-to-many relation, each once; other relations are restricted by their key. */
    private boolean parents(Parents parents) {
        RelationDefinition relation = parents.relation();
        FieldDefinition joinLocal = relation.joinLocal();
        FieldDefinition joinTarget = relation.joinTarget();
        if (joinLocal == null || joinTarget == null) {
            return true;
        }
        String join = sql.alias();
        sql.add(" inner join (select distinct " + names.column(join, joinLocal) + " as p, ")
                .add(names.column(join, joinTarget) + " as k from " + names.table(joinLocal.model()) + " as " + join)
                .add(" where ");
        keys(names.column(join, joinLocal), parents, joinLocal);
        if (!parents.link().equals(Predicate.every())) {
            sql.add(" and ");
            Conditions.write(words, sql, join, parents.link());
        }
        sql.add(") as l on l.k = ").add(names.column(root, relation.targetKey()));
        return false;
    }

    private void keys(String column, Parents parents, FieldDefinition field) {
        words.dialect().lists().write(sql, column, field, parents.keys(), false);
    }

    private void leftJoin(Join join) {
        RelationDefinition relation = join.branch().relation();
        sql.add(" left join ").add(names.table(relation.target())).add(" as " + join.alias() + " on ");
        sql.add(names.column(join.alias(), relation.targetKey()))
                .add(" = ")
                .add(names.column(join.parent(), relation.localKey()));
        if (!join.branch().where().equals(Predicate.every())) {
            sql.add(" and ");
            Conditions.write(words, sql, join.alias(), join.branch().where());
        }
    }

    private void orderBy(List<Sort> sorts) {
        if (!sorts.isEmpty()) {
            sql.add(" order by ").list(sorts, this::sort);
        }
    }

    private void sort(Sort sort) {
        FieldDefinition field = sort.field();
        if (field.nullable()) {
            sql.add(words.dialect().nulls().before(names.column(root, field), sort));
        }
        sql.add(words.ordered(names.column(root, field), field)).add(sort.descending() ? " desc" : "");
        // An index over a required field keeps its use when nothing is said about nulls.
        if (field.nullable()) {
            sql.add(words.dialect().nulls().behind(sort));
        }
    }

    private void limit(@Nullable Slot take, @Nullable Slot skip) {
        if (take != null) {
            sql.add(" limit ").bind(Bind.count(take));
        } else if (skip != null) {
            sql.add(words.dialect().unlimited());
        }
        if (skip != null) {
            sql.add(" offset ").bind(Bind.count(skip));
        }
    }
}
