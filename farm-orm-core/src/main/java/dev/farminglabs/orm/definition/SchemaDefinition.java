package dev.farminglabs.orm.definition;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The models that live in one store, with the physical names one client gives them. Immutable. */
public final class SchemaDefinition {

    private final String name;
    private final List<ModelDefinition> models;
    private final PhysicalNaming naming;
    private final IdentityHashMap<ModelDefinition, String> tables = new IdentityHashMap<>();
    private final IdentityHashMap<FieldDefinition, String> columns = new IdentityHashMap<>();

    private SchemaDefinition(String name, List<ModelDefinition> models, PhysicalNaming naming) {
        this.name = name;
        this.models = List.copyOf(models);
        this.naming = naming;
        for (ModelDefinition model : models) {
            String table = model.declaredTable();
            tables.put(
                    model,
                    naming.prefix() + (table != null ? table : naming.naming().physical(model.name())));
            for (FieldDefinition field : model.fields()) {
                String column = field.declaredColumn();
                columns.put(field, column != null ? column : naming.naming().physical(field.name()));
            }
        }
    }

    /**
     * The schema of those models.
     *
     * @param problems what is already known to be wrong; one exception reports it together with what is found here
     */
    public static SchemaDefinition of(
            String name, List<ModelDefinition> models, PhysicalNaming naming, List<String> problems) {
        SchemaDefinition schema = new SchemaDefinition(name, models, naming);
        List<String> all = new ArrayList<>(problems);
        schema.checkPhysicalNames(all);
        SchemaChecks.check(schema, all);
        if (!all.isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_SCHEMA,
                            "Schema " + name + " is not valid:\n  - " + String.join("\n  - ", all))
                    .exception();
        }
        return schema;
    }

    private void checkPhysicalNames(List<String> problems) {
        Map<String, ModelDefinition> byTable = new HashMap<>();
        for (ModelDefinition model : models) {
            ModelDefinition other = byTable.putIfAbsent(table(model), model);
            if (other != null) {
                problems.add("models " + other + " and " + model + " are both in table " + table(model));
            }
            Map<String, FieldDefinition> byColumn = new HashMap<>();
            for (FieldDefinition field : model.fields()) {
                FieldDefinition twin = byColumn.putIfAbsent(column(field), field);
                if (twin != null) {
                    problems.add(twin + " and " + field + " are both in column " + column(field));
                }
            }
        }
    }

    /** The schema's name. */
    public String name() {
        return name;
    }

    /** The models in the order of the schema's constructor. */
    public List<ModelDefinition> models() {
        return models;
    }

    /** The database schema that holds the tables, or null for the connection's own. */
    public @Nullable String namespace() {
        return naming.namespace();
    }

    /** What was added to the declared names. */
    public PhysicalNaming naming() {
        return naming;
    }

    /** The physical name of the model's table, prefix included, unquoted. */
    public String table(ModelDefinition model) {
        return Objects.requireNonNull(tables.get(model), () -> "Schema " + name + " has no model " + model);
    }

    /** The physical name of the field's column, unquoted. */
    public String column(FieldDefinition field) {
        return Objects.requireNonNull(columns.get(field), () -> "Schema " + name + " has no field " + field);
    }

    /** Whether the model is one of the schema's. */
    public boolean contains(ModelDefinition model) {
        return tables.containsKey(model);
    }

    @Override
    public String toString() {
        return name;
    }
}
