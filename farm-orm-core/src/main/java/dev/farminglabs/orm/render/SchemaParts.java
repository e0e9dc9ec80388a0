package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.sql.ddl.DdlDialect;
import dev.farminglabs.orm.sql.ddl.NameLimits;
import dev.farminglabs.orm.sql.ddl.SchemaSql;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pieces of a schema in one database, in the order in which they are made. Used once. */
final class SchemaParts {

    private final SchemaDefinition schema;
    private final SchemaSql sql;
    private final Undo undo;
    private final List<Part> parts = new ArrayList<>();

    private SchemaParts(SchemaDefinition schema, DdlDialect dialect) {
        this.schema = schema;
        this.sql = new SchemaSql(schema, dialect);
        this.undo = new Undo(schema, SqlDialect.of(dialect.store()));
    }

    /** All pieces, also those that come along with their tables. */
    static List<Part> of(SchemaDefinition schema, DdlDialect dialect) {
        NameLimits.check(schema, dialect);
        SchemaParts parts = new SchemaParts(schema, dialect);
        parts.find();
        return List.copyOf(parts.parts);
    }

    /** The pieces of all schemas that a database without any of their tables needs statements for. */
    static List<Part> fresh(Sources sources, DdlDialect dialect) {
        Set<Part.Kind> withTable = EnumSet.of(Part.Kind.COLUMN, Part.Kind.CHECK);
        if (!dialect.alterable()) {
            withTable.add(Part.Kind.REFERENCE);
        }
        return all(sources, dialect).stream()
                .filter(part -> !withTable.contains(part.kind()))
                .toList();
    }

    /** The pieces of all schemas. */
    static List<Part> all(Sources sources, DdlDialect dialect) {
        Stream<Part> found = sources.schemas().stream().flatMap(schema -> of(schema, dialect).stream());
        return found.distinct().toList(); // two schemas may share a namespace
    }

    private void find() {
        if (schema.namespace() != null) {
            parts.add(new Part(
                    Part.Kind.NAMESPACE,
                    "",
                    schema.namespace(),
                    sql.createNamespace(),
                    undo.namespace(schema.namespace()),
                    null,
                    null));
        }
        List<ModelDefinition> models = schema.models();
        models.forEach(model -> add(Part.Kind.TABLE, model, schema.table(model), sql.createTable(model)));
        fields().forEach(this::column);
        models.forEach(this::keys);
        models.forEach(this::indexes);
        if (sql.dialect().constraintForReferences()) {
            sql.references().stream()
                    .map(field -> Objects.requireNonNull(field.reference()).target())
                    .distinct()
                    .filter(target -> target != target.model().id())
                    .forEach(this::target);
        }
        fields().filter(SchemaSql::checked)
                .forEach(
                        field -> add(Part.Kind.CHECK, field.model(), sql.names().check(field), sql.check(field)));
        sql.references()
                .forEach(field ->
                        add(Part.Kind.REFERENCE, field.model(), sql.names().foreignKey(field), sql.foreignKey(field)));
        if (sql.dialect().comments() == DdlDialect.Comments.STATEMENT) {
            fields().filter(field ->
                            field.description() != null && !field.description().isEmpty())
                    .forEach(field -> add(Part.Kind.COMMENT, field.model(), schema.column(field), sql.comment(field)));
        }
    }

    private Stream<FieldDefinition> fields() {
        return schema.models().stream().flatMap(model -> model.fields().stream());
    }

    private void keys(ModelDefinition model) {
        SchemaSql.keys(model)
                .forEach(key -> add(Part.Kind.KEY, model, sql.names().unique(key), sql.uniqueIndex(key)));
    }

    private void indexes(ModelDefinition model) {
        SchemaSql.indexes(model)
                .forEach(fields ->
                        add(Part.Kind.INDEX, model, sql.names().index(model, fields), sql.index(model, fields)));
    }

    private void target(FieldDefinition target) {
        UniqueDefinition key = target.model().uniques().stream()
                .filter(unique -> unique.fields().equals(List.of(target)))
                .findFirst()
                .orElseThrow();
        add(Part.Kind.TARGET, target.model(), sql.names().unique(key), sql.uniqueConstraint(key));
    }

    private void add(Part.Kind kind, ModelDefinition model, String name, String statement) {
        String risk = switch (kind) {
            case KEY, TARGET -> "fails when two records hold the same values";
            case CHECK -> "fails when a record holds another value";
            case REFERENCE -> "fails when a record points at nothing";
            case NAMESPACE, TABLE, COLUMN, INDEX, COMMENT -> null;
        };
        add(kind, model, name, statement, null, risk);
    }

    private void column(FieldDefinition field) {
        boolean needsValue = !field.nullable()
                && !SchemaSql.generated(field)
                && sql.defaults().of(field) == null;
        add(
                Part.Kind.COLUMN,
                field.model(),
                schema.column(field),
                sql.addColumn(field),
                field.is(FieldRole.LIVE) ? sql.freeKeysOfMarked(field.model()) : null,
                needsValue ? "required and without a default, so it fails when the table has records" : null);
    }

    private void add(
            Part.Kind kind,
            ModelDefinition model,
            String name,
            String statement,
            @Nullable String values,
            @Nullable String risk) {
        String namespace = schema.namespace();
        String table = (namespace == null ? "" : namespace + ".") + schema.table(model);
        String own = kind == Part.Kind.TABLE ? table : name;
        parts.add(new Part(kind, table, own, statement, undo.of(kind, model, name), values, risk));
    }

    /**
     * The statements that take pieces of a schema away. They are only ever written as comments, for a person to decide about.
     *
     * @param schema  the schema
     * @param dialect the database
     */
    private record Undo(SchemaDefinition schema, SqlDialect dialect) {

        String namespace(String namespace) {
            return "drop schema " + dialect.identifier().quoted(namespace);
        }

        /** The statement for that piece, or null where the database has none. */
        @Nullable
        String of(Part.Kind kind, ModelDefinition model, String name) {
            String table = dialect.identifier().qualified(schema.namespace(), schema.table(model));
            String quoted = dialect.identifier().quoted(name);
            return switch (kind) {
                case NAMESPACE -> namespace(name);
                case TABLE -> "drop table " + table;
                case COLUMN -> "alter table " + table + " drop column " + quoted;
                case KEY, INDEX -> index(table, name);
                case CHECK, REFERENCE, TARGET ->
                    dialect.ddl().alterable() ? "alter table " + table + " drop constraint " + quoted : null;
                case COMMENT -> "comment on column " + table + "." + quoted + " is null";
            };
        }

        private String index(String table, String name) {
            return switch (dialect) {
                case MARIADB, MYSQL -> "drop index " + dialect.identifier().quoted(name) + " on " + table;
                case H2, POSTGRESQL, SQLITE ->
                    "drop index " + dialect.identifier().qualified(schema.namespace(), name);
            };
        }
    }
}
