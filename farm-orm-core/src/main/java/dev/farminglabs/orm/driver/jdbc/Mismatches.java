package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Check;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Column;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Index;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Reference;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Table;
import dev.farminglabs.orm.sql.ddl.CheckedTexts;
import dev.farminglabs.orm.sql.ddl.SchemaSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How what is there differs from what the schema says. Used once. */
final class Mismatches {

    private final SchemaSql sql;
    private final SchemaDefinition schema;
    private final DatabaseCatalog catalog;
    private final List<Difference> differences = new ArrayList<>();

    private Mismatches(SchemaSql sql, DatabaseCatalog catalog) {
        this.sql = sql;
        this.schema = sql.schema();
        this.catalog = catalog;
    }

    static List<Difference> of(SchemaSql sql, DatabaseCatalog catalog) {
        Mismatches mismatches = new Mismatches(sql, catalog);
        mismatches.schema.models().forEach(mismatches::model);
        return mismatches.differences;
    }

    private void model(ModelDefinition model) {
        String name = schema.table(model);
        Table table = catalog.tables().get(name);
        if (table == null) {
            return;
        }
        Set<String> known = new HashSet<>();
        for (FieldDefinition field : model.fields()) {
            String columnName = schema.column(field);
            known.add(columnName);
            Column column = table.columns().get(columnName);
            if (column != null) {
                column(name + "." + columnName, field, column);
                check(name + "." + columnName, field, table);
                reference(name + "." + columnName, field, table);
            }
        }
        model.uniques().stream().filter(UniqueDefinition::ofLive).forEach(key -> held(name, key, table));
        table.columns().forEach((columnName, column) -> {
            if (!known.contains(columnName)) {
                extra(name + "." + columnName, column);
            }
        });
    }

    /** Whoever says {@code live()} later has the index of before, by which a record that is marked keeps its key. */
    private void held(String where, UniqueDefinition key, Table table) {
        Set<String> columns = key.declared().stream().map(schema::column).collect(Collectors.toSet());
        for (Index index : table.indexes()) {
            if (index.unique() && Set.copyOf(index.columns()).equals(columns)) {
                differences.add(Difference.keyOfMarked(where, index.name(), index.columns()));
            }
        }
    }

    private void column(String where, FieldDefinition field, Column column) {
        String type = sql.dialect().types().of(field);
        boolean grown = sql.dialect().types().beyondIndexes(field, column.type());
        if (!type.equals(column.type()) && !grown) {
            add(
                    where,
                    "type " + type,
                    "type " + column.type(),
                    !sql.dialect().types().fits(field, column.type()));
        }
        if (field.nullable() != column.nullable()) {
            add(where, nullability(field.nullable()), nullability(column.nullable()), field.nullable());
        }
        if (column.collation() != null && SchemaSql.collated(field)) {
            String found = "collation " + column.collation()
                    + (column.exact() ? "" : ", which takes different texts for equal");
            add(where, "text in the order of code points", found, !column.exact());
        }
        String comment = column.comment();
        if (field.description() != null
                && comment != null
                && !comment.isEmpty()
                && !comment.equals(field.description())) {
            add(where, "the comment of the schema", "another comment", false);
        }
        defaults(where, field, column);
    }

    private static String nullability(boolean nullable) {
        return nullable ? "nullable" : "not null";
    }

    private void defaults(String where, FieldDefinition field, Column column) {
        if (SchemaSql.generated(field)) {
            if (!"BY DEFAULT".equals(column.generation())) {
                String found = column.generation() == null
                        ? "none, so a create without an id fails"
                        : "one that is always made, so a create with an id fails";
                add(where, "a number made by the database", found, true);
            }
            return;
        }
        if ("COMPUTED".equals(column.generation()) || "ALWAYS".equals(column.generation())) {
            add(where, "a column that can be written", "one that the database fills", true);
        } else if (sql.defaults().of(field) != null && !sql.defaults().same(field, column.defaultValue())) {
            add(where, "the default of the schema", column.defaultValue() == null ? "none" : "another default", false);
        }
    }

    /** A check that is narrower than the enumeration refuses values the schema allows, and nothing here widens it. */
    private void check(String where, FieldDefinition field, Table table) {
        if (!SchemaSql.checked(field)) {
            return;
        }
        List<String> texts = Objects.requireNonNull(field.enumeration()).texts();
        String column = schema.column(field);
        for (Check check : table.checks()) {
            if (!check.column().equals(column)) {
                continue;
            }
            CheckedTexts allowed = CheckedTexts.in(sql.dialect(), check.text(), column);
            List<String> refused =
                    texts.stream().filter(text -> !allowed.contains(text)).toList();
            if (!allowed.texts().isEmpty() && !refused.isEmpty()) {
                add(where, "a check that allows " + texts, check.name() + ", which refuses " + refused, true);
            } else if (allowed.texts().size() > texts.size()) {
                add(where, "a check that allows " + texts, check.name() + ", which allows more", false);
            }
        }
    }

    private void reference(String where, FieldDefinition field, Table table) {
        ReferenceDefinition reference = field.reference();
        if (reference == null) {
            return;
        }
        String rule = reference.onDelete().name().replace('_', ' ');
        for (Reference found : table.references()) {
            boolean same = found.column().equals(schema.column(field))
                    && found.targetTable()
                            .equals(schema.table(reference.target().model()))
                    && found.targetColumn().equals(schema.column(reference.target()));
            if (same && !found.deleteRule().equals(rule)) {
                add(where, "on delete " + rule, "on delete " + found.deleteRule(), true);
            }
        }
    }

    private void extra(String where, Column column) {
        boolean required = !column.nullable() && column.defaultValue() == null && column.generation() == null;
        String found = required ? "one that is required and has no default, so creates fail" : "one more";
        add(where, "no such column", found, required);
    }

    private void add(String where, String expected, String found, boolean breaking) {
        differences.add(new Difference(where, expected, found, breaking));
    }
}
