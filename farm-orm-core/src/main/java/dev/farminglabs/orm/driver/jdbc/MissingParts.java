package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.driver.SetupStep;
import dev.farminglabs.orm.driver.jdbc.DatabaseCatalog.Table;
import dev.farminglabs.orm.sql.ddl.CheckedTexts;
import dev.farminglabs.orm.sql.ddl.ColumnTypes;
import dev.farminglabs.orm.sql.ddl.DdlDialect;
import dev.farminglabs.orm.sql.ddl.SchemaSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the schema has and the database has not, in the order in which it must be made. Used once. */
final class MissingParts {

    private final SchemaSql sql;
    private final SchemaDefinition schema;
    private final DatabaseCatalog catalog;
    private final List<MissingPart> parts = new ArrayList<>();

    private MissingParts(SchemaSql sql, DatabaseCatalog catalog) {
        this.sql = sql;
        this.schema = sql.schema();
        this.catalog = catalog;
    }

    static List<MissingPart> of(SchemaSql sql, DatabaseCatalog catalog) {
        MissingParts missing = new MissingParts(sql, catalog);
        missing.find();
        return missing.parts;
    }

    private void find() {
        if (schema.namespace() != null && !catalog.namespace()) {
            String what = "namespace " + schema.namespace();
            parts.add(new MissingPart(
                    new SetupStep.CreateNamespace(what, sql.createNamespace()),
                    MissingPart.difference(what, "a namespace", true)));
        }
        List<ModelDefinition> models = schema.models();
        models.forEach(this::table);
        models.forEach(model -> model.fields().forEach(this::column));
        models.forEach(this::keys);
        models.forEach(this::indexes);
        if (sql.dialect().constraintForReferences()) {
            sql.references().stream()
                    .map(field -> Objects.requireNonNull(field.reference()).target())
                    .distinct()
                    .forEach(this::target);
        }
        models.forEach(model -> model.fields().forEach(this::check));
        sql.references().forEach(this::reference);
        if (sql.dialect().comments() == DdlDialect.Comments.STATEMENT) {
            models.forEach(model -> model.fields().forEach(this::comment));
        }
    }

    private @Nullable Table found(ModelDefinition model) {
        return catalog.tables().get(schema.table(model));
    }

    private String name(FieldDefinition field) {
        return schema.table(field.model()) + "." + schema.column(field);
    }

    private void table(ModelDefinition model) {
        if (found(model) == null) {
            String name = schema.table(model);
            parts.add(new MissingPart(
                    new SetupStep.CreateTable("table " + name, sql.createTable(model)),
                    MissingPart.difference(name, "a table", true)));
        }
    }

    private void column(FieldDefinition field) {
        Table table = found(field.model());
        if (table != null && !table.columns().containsKey(schema.column(field))) {
            boolean needsValue = !field.nullable()
                    && !SchemaSql.generated(field)
                    && sql.defaults().of(field) == null;
            String hint = needsValue ? ", required and without a default, so only for a table without records" : "";
            parts.add(new MissingPart(
                    new SetupStep.AddColumn("column " + name(field) + hint, sql.addColumn(field)),
                    MissingPart.difference(
                            name(field),
                            "a column of type " + sql.dialect().types().of(field),
                            true)));
        }
    }

    /** The id's key comes with its table; a table that somebody made without one gets it as an index. */
    private void keys(ModelDefinition model) {
        Table table = found(model);
        for (UniqueDefinition key : table == null ? SchemaSql.keys(model) : model.uniques()) {
            if (table == null || !table.unique(Set.copyOf(columns(key.fields())))) {
                String name = sql.names().unique(key);
                String what = "unique key " + name + " of table " + schema.table(model);
                String where = schema.table(model) + "." + name;
                String expected = "unique over " + columns(key.fields());
                List<String> wide = table == null ? List.of() : tooWide(table, key);
                if (wide.isEmpty()) {
                    add(new SetupStep.AddIndex(what, sql.uniqueIndex(key)), table, where, expected, true);
                } else {
                    String obstacle = "an index does not hold " + String.join(", and ", wide);
                    parts.add(new MissingPart(
                            null,
                            new Difference(where, expected, "nothing, as " + obstacle, true),
                            what + ": " + obstacle));
                }
            }
        }
    }

    /** The columns that have to be changed before there can be that key; none where there can be. */
    private List<String> tooWide(Table table, UniqueDefinition key) {
        ColumnTypes types = sql.dialect().types();
        List<FieldDefinition> fields = key.fields();
        if (types.indexable(fields.stream().map(field -> type(table, field)).toList())) {
            return List.of();
        }
        return fields.stream()
                .filter(field -> types.widens(field, type(table, field)))
                .map(field ->
                        schema.column(field) + " as " + type(table, field) + ", which has to be " + types.of(field))
                .toList();
    }

    private String type(Table table, FieldDefinition field) {
        DatabaseCatalog.Column column = table.columns().get(schema.column(field));
        return column == null ? sql.dialect().types().of(field) : column.type();
    }

    private void indexes(ModelDefinition model) {
        Table table = found(model);
        for (List<FieldDefinition> fields : SchemaSql.indexes(model)) {
            if (table == null || !table.indexed(columns(fields))) {
                String name = sql.names().index(model, fields);
                SetupStep step = new SetupStep.AddIndex(
                        "index " + name + " of table " + schema.table(model),
                        sql.index(model, fields, field -> cut(table, field)));
                add(step, table, schema.table(model) + "." + name, "an index over " + columns(fields), false);
            }
        }
    }

    /** A column made before it was indexed may have room for more than an index. */
    private boolean cut(@Nullable Table table, FieldDefinition field) {
        DatabaseCatalog.Column column = table == null ? null : table.columns().get(schema.column(field));
        return column != null && sql.dialect().types().beyondIndexes(field, column.type());
    }

    private void target(FieldDefinition target) {
        Table table = found(target.model());
        boolean there = table == null ? target == target.model().id() : table.referable(Set.of(schema.column(target)));
        if (!there) {
            UniqueDefinition key = target.model().uniques().stream()
                    .filter(unique -> unique.fields().equals(List.of(target)))
                    .findFirst()
                    .orElseThrow();
            SetupStep step = new SetupStep.AddConstraint(
                    "unique constraint on " + name(target) + ", for references to it", sql.uniqueConstraint(key));
            add(step, table, name(target), "a unique constraint, for references to it", false);
        }
    }

    private void check(FieldDefinition field) {
        Table table = found(field.model());
        if (!SchemaSql.checked(field) || table == null) {
            return; // a new table brings its checks along
        }
        String column = schema.column(field);
        boolean there = table.checks().stream()
                .anyMatch(check -> check.column().equals(column)
                        && !CheckedTexts.in(sql.dialect(), check.text(), column)
                                .texts()
                                .isEmpty());
        if (!there) {
            SetupStep step = new SetupStep.AddConstraint("check on " + name(field), sql.check(field));
            add(alterable(step), table, name(field), "a check on its values", false);
        }
    }

    private void reference(FieldDefinition field) {
        Table table = found(field.model());
        ReferenceDefinition reference = Objects.requireNonNull(field.reference());
        String targetTable = schema.table(reference.target().model());
        String targetColumn = schema.column(reference.target());
        boolean there = table == null
                ? !sql.dialect().alterable()
                : table.references().stream()
                        .anyMatch(found -> found.column().equals(schema.column(field))
                                && found.targetTable().equals(targetTable)
                                && found.targetColumn().equals(targetColumn));
        if (!there) {
            String target = targetTable + "." + targetColumn;
            SetupStep step = new SetupStep.AddConstraint(
                    "reference from " + name(field) + " to " + target, sql.foreignKey(field));
            add(alterable(step), table, name(field), "a reference to " + target, true);
        }
    }

    private void comment(FieldDefinition field) {
        Table table = found(field.model());
        DatabaseCatalog.Column column = table == null ? null : table.columns().get(schema.column(field));
        boolean there =
                column != null && column.comment() != null && !column.comment().isEmpty();
        String description = field.description();
        if (description != null && !description.isEmpty() && !there) {
            SetupStep step = new SetupStep.AddComment("comment on " + name(field), sql.comment(field));
            add(step, table, name(field), "the comment of the schema", false);
        }
    }

    private @Nullable SetupStep alterable(SetupStep step) {
        return sql.dialect().alterable() ? step : null;
    }

    private void add(@Nullable SetupStep step, @Nullable Table table, String where, String expected, boolean breaking) {
        Difference difference = table == null ? null : MissingPart.difference(where, expected, breaking);
        parts.add(new MissingPart(step, difference));
    }

    private List<String> columns(List<FieldDefinition> fields) {
        return fields.stream().map(schema::column).collect(Collectors.toList());
    }
}
