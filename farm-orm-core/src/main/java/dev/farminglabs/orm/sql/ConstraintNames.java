package dev.farminglabs.orm.sql;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.IndexDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The physical names of keys, references, indexes and checks: {@code users_email_key}. A name that is longer than the
 * database allows is cut and ends in a number made of the whole name, the same on every machine; so does one that two
 * parts of the schema would share, since columns and tables may hold the joining underscore themselves. Immutable.
 */
public final class ConstraintNames {

    private final SchemaDefinition schema;
    private final int limit;
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    /**
     * The names for that schema.
     *
     * @param limit how many bytes of UTF-8 a name can have
     */
    public ConstraintNames(SchemaDefinition schema, int limit) {
        this.schema = schema;
        this.limit = limit;
        for (ModelDefinition model : schema.models()) {
            claim(schema.table(model), schema.table(model));
        }
        schema.models().forEach(this::claimAll);
    }

    private void claimAll(ModelDefinition model) {
        claim(schema.table(model) + "_pkey", owner(model, List.of()));
        model.uniques().forEach(unique -> claim(model, unique.fields(), "_key"));
        model.indexes().forEach(index -> claim(model, index.fields(), "_idx"));
        for (FieldDefinition field : model.fields()) {
            for (String ending : List.of("_fkey", "_idx", "_check")) {
                claim(model, List.of(field), ending);
            }
        }
    }

    private void claim(ModelDefinition model, List<FieldDefinition> fields, String ending) {
        claim(joined(model, fields, ending), owner(model, fields));
    }

    private void claim(String name, String owner) {
        String first = owners.putIfAbsent(name, owner);
        if (first != null && !first.equals(owner)) {
            shared.add(name);
        }
    }

    /** The name of the id's key. */
    public String primaryKey(ModelDefinition model) {
        return fitted(schema.table(model) + "_pkey", owner(model, List.of()));
    }

    /** The name of a unique key; the id's is the primary key. */
    public String unique(UniqueDefinition unique) {
        return unique.isId() ? primaryKey(unique.model()) : over(unique.model(), unique.fields(), "_key");
    }

    /** The name of the reference that field makes. */
    public String foreignKey(FieldDefinition field) {
        return over(field.model(), List.of(field), "_fkey");
    }

    /** The name of a declared index. */
    public String index(ModelDefinition model, IndexDefinition index) {
        return index(model, index.fields());
    }

    /** The name of an index over those fields. */
    public String index(ModelDefinition model, List<FieldDefinition> fields) {
        return over(model, fields, "_idx");
    }

    /** The name of the check on that field's values. */
    public String check(FieldDefinition field) {
        return over(field.model(), List.of(field), "_check");
    }

    private String over(ModelDefinition model, List<FieldDefinition> fields, String ending) {
        return fitted(joined(model, fields, ending), owner(model, fields));
    }

    private String joined(ModelDefinition model, List<FieldDefinition> fields, String ending) {
        StringBuilder name = new StringBuilder(schema.table(model));
        for (FieldDefinition field : fields) {
            name.append('_').append(schema.column(field));
        }
        return name.append(ending).toString();
    }

    private String owner(ModelDefinition model, List<FieldDefinition> fields) {
        return schema.table(model) + '\0' + fields.stream().map(schema::column).collect(Collectors.joining("\0"));
    }

    private String fitted(String name, String owner) {
        boolean ambiguous = shared.contains(name);
        if (!ambiguous && bytes(name) <= limit) {
            return name;
        }
        CRC32 sum = new CRC32();
        sum.update((ambiguous ? name + '\0' + owner : name).getBytes(StandardCharsets.UTF_8));
        String ending = String.format("_%08x", sum.getValue());
        StringBuilder kept = new StringBuilder();
        int room = limit - ending.length();
        for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
            String character = name.substring(at, name.offsetByCodePoints(at, 1));
            room -= bytes(character);
            if (room < 0) {
                break;
            }
            kept.append(character);
        }
        return kept.append(ending).toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
