package dev.farminglabs.orm.driver.redis.layout;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.definition.RelationKind;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The layouts of a schema's models. Immutable. */
public final class SchemaLayout {

    private final SchemaDefinition schema;
    private final Map<ModelDefinition, ModelLayout> layouts = new HashMap<>();

    /** Lays a schema out, all keys beginning with that prefix, which may be empty. */
    public SchemaLayout(SchemaDefinition schema, String keyPrefix) {
        this.schema = schema;
        String space = schema.namespace() == null ? "" : schema.namespace() + ":";
        Map<ModelDefinition, Set<FieldDefinition>> lookedUp = lookedUp(schema);
        for (ModelDefinition model : schema.models()) {
            Set<FieldDefinition> fields = lookedUp.getOrDefault(model, Set.of());
            layouts.put(
                    model,
                    new ModelLayout(schema, model, keyPrefix + space + schema.table(model), List.copyOf(fields)));
        }
    }

    /** For each model the fields its records are found by from other records. */
    private static Map<ModelDefinition, Set<FieldDefinition>> lookedUp(SchemaDefinition schema) {
        Map<ModelDefinition, Set<FieldDefinition>> found = new HashMap<>();
        for (ModelDefinition model : schema.models()) {
            for (FieldDefinition field : model.fields()) {
                if (field.reference() != null) {
                    add(found, field);
                }
            }
            for (RelationDefinition relation : model.relations()) {
                add(found, relation.targetKey());
                if (relation.kind() == RelationKind.MANY_TO_MANY) {
                    FieldDefinition join = relation.joinLocal();
                    if (join != null) {
                        add(found, join);
                    }
                    FieldDefinition target = relation.joinTarget();
                    if (target != null) {
                        add(found, target);
                    }
                }
            }
        }
        return found;
    }

    private static void add(Map<ModelDefinition, Set<FieldDefinition>> found, FieldDefinition field) {
        found.computeIfAbsent(field.model(), model -> new LinkedHashSet<>()).add(field);
    }

    /** The schema. */
    public SchemaDefinition schema() {
        return schema;
    }

    /** Those of all models, in the order of the schema. */
    public List<ModelLayout> all() {
        return schema.models().stream().map(this::of).toList();
    }

    /** That of a model of this schema. */
    public ModelLayout of(ModelDefinition model) {
        ModelLayout layout = layouts.get(model);
        if (layout == null) {
            throw new IllegalArgumentException("Model " + model + " is not in this session's schema");
        }
        return layout;
    }
}
