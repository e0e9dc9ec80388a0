package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The statements that take pieces of a schema away. They are only ever written as comments, for a person to decide about.
 *
 * @param schema  the schema
 * @param dialect the database
 */
record Undo(SchemaDefinition schema, SqlDialect dialect) {

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
            case H2, POSTGRESQL, SQLITE -> "drop index " + dialect.identifier().qualified(schema.namespace(), name);
        };
    }
}
