package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.sql.form.Identifier;

/**
 * The quoted physical names of one schema.
 *
 * @param schema     the schema
 * @param identifier how names are quoted
 */
record Names(SchemaDefinition schema, Identifier identifier) {

    String table(ModelDefinition model) {
        return identifier.qualified(schema.namespace(), schema.table(model));
    }

    /** The table's name without its namespace. */
    String alone(ModelDefinition model) {
        return identifier.quoted(schema.table(model));
    }

    String column(FieldDefinition field) {
        return identifier.quoted(schema.column(field));
    }

    String column(String alias, FieldDefinition field) {
        return alias + '.' + column(field);
    }
}
