package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.sql.form.SqlWriter;
import dev.farminglabs.orm.sql.form.TextForm;

/**
 * Writes what must be true of one table's records. What is written may also be SQL's unknown, which counts as false:
 * negation stands at the leaves only, and a negated leaf says what it means for null.
 */
final class Conditions implements Predicate.Visitor<SqlWriter> {

    private final Vocabulary words;
    private final SqlWriter sql;
    private final String alias;

    Conditions(Vocabulary words, SqlWriter sql, String alias) {
        this.words = words;
        this.sql = sql;
        this.alias = alias;
    }

    static void write(Vocabulary words, SqlWriter sql, String alias, Predicate predicate) {
        predicate.accept(new Conditions(words, sql, alias));
    }

    /** Writes {@code where ...}, or nothing for a predicate that is true of every record. */
    static void where(Vocabulary words, SqlWriter sql, String alias, Predicate predicate) {
        if (!predicate.equals(Predicate.every())) {
            sql.add(" where ");
            write(words, sql, alias, predicate);
        }
    }

    /** Writes {@code and ...}, or nothing. */
    private static void and(Vocabulary words, SqlWriter sql, String alias, Predicate predicate) {
        if (!predicate.equals(Predicate.every())) {
            sql.add(" and ");
            write(words, sql, alias, predicate);
        }
    }

    @Override
    public SqlWriter compare(Predicate.Compare compare) {
        FieldDefinition field = compare.field();
        leaf(field, compare.negated(), () -> {
            if (!compare.negated()) {
                comparison(compare, compare.comparison());
            } else if (compare.comparison() == Comparison.EQUAL) {
                sql.add(column(field)).add(" <> ");
                words.value(sql, compare.value(), field);
            } else {
                sql.add("not (");
                comparison(compare, compare.comparison());
                sql.add(")");
            }
        });
        return sql;
    }

    private void comparison(Predicate.Compare compare, Comparison how) {
        FieldDefinition field = compare.field();
        TextForm text = words.dialect().text();
        boolean ordered = TextForm.ordering(how) && Vocabulary.isText(field);
        Runnable column = () -> sql.add(column(field));
        Runnable value = () -> words.value(sql, compare.value(), field);
        String around = TextForm.ignoresCase(how) ? text.fold() : ordered ? text.ordered() : "%c";
        TextForm.write(
                sql,
                text.pattern(how),
                () -> TextForm.write(sql, around, column, column),
                () -> TextForm.write(sql, around, value, value));
    }

    @Override
    public SqlWriter in(Predicate.In in) {
        FieldDefinition field = in.field();
        leaf(
                field,
                in.negated(),
                () -> words.dialect().lists().write(sql, column(field), field, in.values(), in.negated()));
        return sql;
    }

    /** A negated leaf is true of null. */
    private void leaf(FieldDefinition field, boolean negated, Runnable leaf) {
        if (negated && field.nullable()) {
            sql.add("(");
            leaf.run();
            sql.add(" or ").add(column(field)).add(" is null)");
        } else {
            leaf.run();
        }
    }

    @Override
    public SqlWriter isNull(Predicate.IsNull isNull) {
        sql.add(column(isNull.field())).add(isNull.negated() ? " is not null" : " is null");
        return sql;
    }

    @Override
    public SqlWriter and(Predicate.And and) {
        if (and.parts().isEmpty()) {
            sql.add("true");
        } else {
            sql.add("(").joined(and.parts(), " and ", part -> part.accept(this)).add(")");
        }
        return sql;
    }

    @Override
    public SqlWriter or(Predicate.Or or) {
        if (or.parts().isEmpty()) {
            sql.add("false");
        } else {
            sql.add("(").joined(or.parts(), " or ", part -> part.accept(this)).add(")");
        }
        return sql;
    }

    @Override
    public SqlWriter related(Predicate.Related related) {
        ModelDefinition written = words.written();
        return written != null && reads(related, written) ? apart(related) : exists(related, related.negated());
    }

    /** Whether a condition looks into that model's table. */
    private static boolean reads(Predicate predicate, ModelDefinition model) {
        if (predicate instanceof Predicate.And and) {
            return and.parts().stream().anyMatch(part -> reads(part, model));
        }
        if (predicate instanceof Predicate.Or or) {
            return or.parts().stream().anyMatch(part -> reads(part, model));
        }
        if (!(predicate instanceof Predicate.Related related)) {
            return false;
        }
        FieldDefinition joinLocal = related.relation().joinLocal();
        return related.relation().target() == model
                || (joinLocal != null && joinLocal.model() == model)
                || reads(related.where(), model)
                || reads(related.link(), model);
    }

    /** The ids of the records that meet it, in a derived table of their own: distinct, so that none merges it back. */
    private SqlWriter apart(Predicate.Related related) {
        Names names = words.names();
        FieldDefinition id = related.relation().localKey().model().id();
        String holder = sql.alias();
        String keys = sql.alias();
        sql.add(column(id))
                .add(related.negated() ? " not in (select " : " in (select ")
                .add(keys + ".k from (select distinct " + names.column(holder, id) + " as k from ")
                .add(names.table(id.model()) + " as " + holder + " where ");
        new Conditions(words.reading(), sql, holder).exists(related, false);
        return sql.add(") as " + keys + ")");
    }

    private SqlWriter exists(Predicate.Related related, boolean negated) {
        RelationDefinition relation = related.relation();
        Names names = words.names();
        String target = sql.alias();
        FieldDefinition joinLocal = relation.joinLocal();
        FieldDefinition joinTarget = relation.joinTarget();
        sql.add(negated ? "not exists (select 1 from " : "exists (select 1 from ")
                .add(names.table(relation.target()) + " as " + target);
        String local = names.column(alias, relation.localKey());
        String key = names.column(target, relation.targetKey());
        if (joinLocal == null || joinTarget == null) {
            sql.add(" where " + key + " = " + local);
        } else {
            String join = sql.alias();
            sql.add(" inner join " + names.table(joinLocal.model()) + " as " + join)
                    .add(" on " + names.column(join, joinTarget) + " = " + key)
                    .add(" where " + names.column(join, joinLocal) + " = " + local);
            and(words, sql, join, related.link());
        }
        and(words, sql, target, related.where());
        return sql.add(")");
    }

    private String column(FieldDefinition field) {
        return words.names().column(alias, field);
    }
}
