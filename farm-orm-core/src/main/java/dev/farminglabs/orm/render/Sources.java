package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several schemas that share a store, as one. Each keeps its physical names; a model that several list is one table. Immutable. */
final class Sources {

    private final List<SchemaDefinition> schemas;
    private final IdentityHashMap<ModelDefinition, SchemaDefinition> owners = new IdentityHashMap<>();
    private final IdentityHashMap<ModelDefinition, SchemaDefinition> elsewhere = new IdentityHashMap<>();

    /** Those schemas; refuses none at all, and two models in one table. */
    Sources(List<SchemaDefinition> schemas) {
        this.schemas = List.copyOf(schemas);
        if (schemas.isEmpty()) {
            throw OrmFailure.of(OrmErrorCode.INVALID_QUERY, "There is no schema to write: name one at least")
                    .exception();
        }
        List<String> problems = new ArrayList<>();
        Map<String, String> tables = new HashMap<>();
        for (SchemaDefinition schema : schemas) {
            for (ModelDefinition model : schema.models()) {
                SchemaDefinition first = owners.putIfAbsent(model, schema);
                if (first != null && same(model, first, schema)) {
                    continue;
                }
                if (first != null) {
                    elsewhere.put(model, schema);
                }
                String table = (schema.namespace() == null ? "" : schema.namespace() + ".") + schema.table(model);
                String owner = "model " + model + " of schema " + schema;
                String other = tables.putIfAbsent(table, owner);
                if (other != null) {
                    problems.add(other + " and " + owner + " are both in table " + table);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_SCHEMA,
                            "Schemas " + names() + " cannot share a store:\n  - " + String.join("\n  - ", problems))
                    .exception();
        }
    }

    /** Whether both mean the same table by the model. */
    private static boolean same(ModelDefinition model, SchemaDefinition one, SchemaDefinition other) {
        return Objects.equals(one.namespace(), other.namespace())
                && one.table(model).equals(other.table(model))
                && model.fields().stream().allMatch(field -> one.column(field).equals(other.column(field)));
    }

    List<SchemaDefinition> schemas() {
        return schemas;
    }

    /** The names of the schemas, for people. */
    String names() {
        return schemas.stream().map(SchemaDefinition::name).collect(Collectors.joining(", "));
    }

    /** All models, schema by schema, each once. */
    List<ModelDefinition> models() {
        return schemas.stream()
                .flatMap(schema -> schema.models().stream())
                .distinct()
                .toList();
    }

    /** The schema that has the model; refuses a model that two have under different names, which is two tables. */
    SchemaDefinition schema(ModelDefinition model) {
        SchemaDefinition other = elsewhere.get(model);
        if (other != null) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_SCHEMA,
                            "Model " + model + " has other names in schema " + owners.get(model) + " than in schema "
                                    + other + ": write them apart, each to a file of its own")
                    .exception();
        }
        return Objects.requireNonNull(owners.get(model), model::name);
    }

    String table(ModelDefinition model) {
        return schema(model).table(model);
    }

    String column(FieldDefinition field) {
        return schema(field.model()).column(field);
    }

    @Nullable
    String namespace(ModelDefinition model) {
        return schema(model).namespace();
    }

    /** The namespaces of all schemas, each once. */
    List<String> namespaces() {
        return schemas.stream()
                .map(SchemaDefinition::namespace)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
