package dev.farminglabs.orm.driver.mongo;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.List;
import java.util.stream.Collectors;

/** What the parts of a schema are called in the database. Immutable. */
final class Names {

    static final String ID = "_id";

    private final SchemaDefinition schema;

    /**
     * The names of that schema.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} for a schema in a
     *     namespace, and {@code INVALID_SCHEMA} for names that mean something else to the server
     */
    Names(SchemaDefinition schema) {
        this.schema = schema;
        if (schema.namespace() != null) {
            throw OrmFailure.of(
                            OrmErrorCode.UNSUPPORTED,
                            "Schema " + schema + " asks for a namespace, and mongodb has none (NAMESPACES):"
                                    + " use a database of its own, or a prefix")
                    .at(MongoDriver.STORE)
                    .exception();
        }
        for (ModelDefinition model : schema.models()) {
            check(model);
            model.fields().forEach(this::check);
        }
    }

    private void check(ModelDefinition model) {
        String name = collection(model);
        boolean wrong = name.isEmpty() || name.startsWith("system.") || name.startsWith(".") || name.endsWith(".");
        if (wrong || name.indexOf('$') >= 0 || name.indexOf('\0') >= 0) {
            throw refused(model + " cannot be in collection " + name + " in mongodb: give it another table or prefix")
                    .about(model.name(), List.of())
                    .exception();
        }
    }

    private static OrmFailure refused(String message) {
        return OrmFailure.of(OrmErrorCode.INVALID_SCHEMA, message).at(MongoDriver.STORE);
    }

    private void check(FieldDefinition field) {
        String name = key(field);
        boolean taken = name.equals(ID) && !field.is(FieldRole.ID);
        if (taken
                || name.isEmpty()
                || name.startsWith("$")
                || name.startsWith("__")
                || name.contains(".")
                || name.indexOf('\0') >= 0) {
            throw refused(field + " cannot be called " + name + " in mongodb: give it another column")
                    .about(field.model().name(), List.of(field.name()))
                    .exception();
        }
    }

    SchemaDefinition schema() {
        return schema;
    }

    String collection(ModelDefinition model) {
        return schema.table(model);
    }

    /** The name of the field in documents. */
    String key(FieldDefinition field) {
        return field.is(FieldRole.ID) ? ID : schema.column(field);
    }

    /** The name of the index that keeps a unique key; the server says it when the key is taken. */
    String index(UniqueDefinition unique) {
        return unique.isId() ? "_id_" : "farm_uq_" + keys(unique.fields());
    }

    String keys(List<FieldDefinition> fields) {
        return fields.stream().map(this::key).collect(Collectors.joining("_"));
    }
}
