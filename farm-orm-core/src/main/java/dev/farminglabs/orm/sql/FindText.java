package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Slot;
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
    private final Layout layout;

    private FindText(Vocabulary words, Find find) {
        this.words = words;
        this.names = words.names();
        this.find = find;
        this.layout = new Layout(names, sql);
    }

    static SqlQuery of(Vocabulary words, Find find) {
        return new FindText(words, find).query("");
    }

    /** Locks what it finds until the transaction ends. */
    static SqlQuery locking(Vocabulary words, Find find) {
        return new FindText(words, find).query(" for update");
    }

    private SqlQuery query(String locking) {
        Parents parents = find.parents();
        if (parents != null) {
            layout.cell(parentKey(parents), parents.relation().localKey());
        }
        layout.add(find.selection(), root);
        if (layout.columns().isEmpty()) {
            layout.cell(names.column(root, find.model().id()), find.model().id());
        }
        if (parents != null && (find.skip() != null || find.take() != null)) {
            paged(parents);
        } else {
            sql.add("select ").add(String.join(", ", layout.columns()));
            source(parents);
            Ordering.orderBy(words, sql, root, find.sorts());
            Ordering.limit(words, sql, find);
        }
        List<SqlResult> results = new ArrayList<>(List.of(layout.result(null)));
        if (parents == null) {
            NestedText.add(words, sql, results, find, layout.spots());
        }
        return new SqlQuery(sql.add(locking).done(), results);
    }

    /** Whose target a row is. */
    private String parentKey(Parents parents) {
        RelationDefinition relation = parents.relation();
        FieldDefinition joinLocal = relation.joinLocal();
        return joinLocal == null ? names.column(root, relation.targetKey()) : "l.p";
    }

    /** Numbers the rows of each parent and keeps those asked for. */
    private void paged(Parents parents) {
        List<String> columns = layout.columns();
        sql.add("select ");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(i == 0 ? "r.c" : ", r.c").add(Integer.toString(i));
        }
        sql.add(" from (select ");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(columns.get(i)).add(" as c" + i + ", ");
        }
        sql.add("row_number() over (partition by ").add(parentKey(parents));
        Ordering.orderBy(words, sql, root, find.sorts());
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
        layout.joins().forEach(join -> leftJoin(words, sql, join));
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

    static void leftJoin(Vocabulary words, SqlWriter sql, Layout.Join join) {
        Names names = words.names();
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
}
