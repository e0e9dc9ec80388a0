package dev.farminglabs.orm.render;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.IndexDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands that make collections and indexes, as a script for {@code mongosh} that may run any number of times. The same
 * collections, indexes and names as a setup makes. Used once.
 */
final class MongoCommands {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sources sources;
    private final StringBuilder script = new StringBuilder();

    private MongoCommands(Sources sources) {
        this.sources = sources;
        if (!sources.namespaces().isEmpty()) {
            throw OrmFailure.of(
                            OrmErrorCode.UNSUPPORTED,
                            "Namespace " + sources.namespaces().get(0)
                                    + " cannot be written for mongodb, which has none:"
                                    + " use a database of its own, or a prefix")
                    .at("mongodb")
                    .exception();
        }
    }

    /** The script. */
    static String of(Sources sources) {
        MongoCommands commands = new MongoCommands(sources);
        commands.script
                .append("// Schema ")
                .append(Literals.oneLine(sources.names()))
                .append(", made by Farm ORM.\n");
        sources.models().forEach(commands::model);
        return commands.script.toString();
    }

    private void model(ModelDefinition model) {
        String collection = JSON.writeValueAsString(sources.table(model));
        script.append("\nif (!db.getCollectionNames().includes(")
                .append(collection)
                .append(")) {\n  db.runCommand({\"create\":")
                .append(collection)
                .append("});\n}\n");
        for (Map<String, Object> index : indexes(model)) {
            script.append("db.runCommand({\"createIndexes\":")
                    .append(collection)
                    .append(",\"indexes\":[")
                    .append(JSON.writeValueAsString(index))
                    .append("]});\n");
        }
    }

    private List<Map<String, Object>> indexes(ModelDefinition model) {
        List<Map<String, Object>> indexes = new ArrayList<>();
        model.uniques().stream().filter(key -> !key.isId()).forEach(key -> indexes.add(unique(key)));
        for (IndexDefinition index : model.indexes()) {
            plain(indexes, index.fields());
        }
        FieldDefinition expiry = model.with(FieldRole.EXPIRY);
        if (expiry != null) {
            Map<String, Object> index = index("farm_ttl_", List.of(expiry));
            index.put("expireAfterSeconds", 0);
            indexes.add(index);
        }
        for (FieldDefinition field : model.fields()) {
            if (field.reference() != null && !field.is(FieldRole.ID)) {
                plain(indexes, List.of(field));
            }
        }
        return indexes;
    }

    private Map<String, Object> unique(UniqueDefinition key) {
        List<FieldDefinition> optional =
                key.fields().stream().filter(FieldDefinition::nullable).toList();
        Map<String, Object> index = index("farm_uq_", key.fields());
        index.put("unique", true);
        if (key.fields().size() == 1 && !optional.isEmpty()) {
            index.put("sparse", true);
        } else if (!optional.isEmpty()) {
            Map<String, Object> present = new LinkedHashMap<>();
            optional.forEach(field -> present.put(key(field), Map.of("$exists", true)));
            index.put("partialFilterExpression", present);
        }
        return index;
    }

    /** An index over those fields, unless one that holds all records begins with them. */
    private void plain(List<Map<String, Object>> indexes, List<FieldDefinition> fields) {
        Map<String, Object> wanted = index("farm_ix_", fields);
        List<String> keys = keys(wanted);
        boolean there = indexes.stream()
                .filter(other -> !other.containsKey("sparse") && !other.containsKey("partialFilterExpression"))
                .map(MongoCommands::keys)
                .anyMatch(other -> other.size() >= keys.size()
                        && other.subList(0, keys.size()).equals(keys));
        if (!there) {
            indexes.add(wanted);
        }
    }

    private static List<String> keys(Map<String, Object> index) {
        return index.get("key") instanceof Map<?, ?> key
                ? key.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    private Map<String, Object> index(String prefix, List<FieldDefinition> fields) {
        Map<String, Object> key = new LinkedHashMap<>();
        fields.forEach(field -> key.put(key(field), 1));
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("key", key);
        index.put("name", prefix + fields.stream().map(this::key).collect(Collectors.joining("_")));
        return index;
    }

    private String key(FieldDefinition field) {
        return field.is(FieldRole.ID) ? "_id" : sources.column(field);
    }
}
