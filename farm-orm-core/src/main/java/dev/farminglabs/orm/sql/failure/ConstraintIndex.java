package dev.farminglabs.orm.sql.failure;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.FieldRole;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.definition.UniqueDefinition;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.ConstraintNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the physical names in a database's message back to the names of the schema. Immutable. */
public final class ConstraintIndex {

    /**
     * The fields a rule is about.
     *
     * @param model  the model
     * @param fields its fields; may be empty
     */
    public record Subject(ModelDefinition model, List<FieldDefinition> fields) {

        /** Copies the list. */
        public Subject {
            fields = List.copyOf(fields);
        }
    }

    private final SchemaDefinition schema;
    private final Map<String, Subject> constraints = new HashMap<>();
    private final Map<String, ModelDefinition> tables = new HashMap<>();

    /** The names of that schema in a database that allows names of {@code nameLimit} bytes. */
    public ConstraintIndex(SchemaDefinition schema, int nameLimit) {
        this.schema = schema;
        ConstraintNames names = new ConstraintNames(schema, nameLimit);
        for (ModelDefinition model : schema.models()) {
            tables.put(key(schema.table(model)), model);
            for (UniqueDefinition unique : model.uniques()) {
                put(names.unique(unique), model, unique.declared());
            }
            for (FieldDefinition field : model.fields()) {
                put(names.check(field), model, List.of(field));
                if (field.reference() != null) {
                    put(names.foreignKey(field), model, List.of(field));
                }
            }
        }
    }

    private void put(String name, ModelDefinition model, List<FieldDefinition> fields) {
        constraints.put(key(name), new Subject(model, fields));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What that constraint is about, or null when it is none of the schema's. */
    public @Nullable Subject constraint(String name) {
        return constraints.get(key(name));
    }

    /**
     * The key of that name, which may stand behind its table's name and a point, as in {@code users.PRIMARY}.
     *
     * @param model whose primary key is meant where no table is named
     */
    public @Nullable Subject key(String name, @Nullable ModelDefinition model) {
        Subject found = constraint(name);
        for (int at = name.indexOf('.'); found == null && at >= 0; at = name.indexOf('.', at + 1)) {
            found = key(name.substring(at + 1), table(name.substring(0, at)));
        }
        return found == null && model != null && name.equals("PRIMARY")
                ? new Subject(model, List.of(model.id()))
                : found;
    }

    /** The one reference that the write can have broken, or null when there are several. */
    public @Nullable Subject reference(Write write) {
        Set<FieldDefinition> suspected = write.accept(new SuspectedReferences(schema));
        if (suspected.size() != 1) {
            return null;
        }
        FieldDefinition field = suspected.iterator().next();
        return new Subject(field.model(), List.of(field));
    }

    /** The model in that table, or null. */
    public @Nullable ModelDefinition table(String name) {
        return tables.get(key(name));
    }

    /** The fields in those columns of a model, or null when one of them is no field's. */
    public @Nullable Subject columns(ModelDefinition model, List<String> columns) {
        List<FieldDefinition> fields = new ArrayList<>();
        for (String column : columns) {
            for (FieldDefinition field : model.fields()) {
                if (schema.column(field).equalsIgnoreCase(column)) {
                    fields.add(field);
                }
            }
        }
        if (fields.size() < columns.size() || fields.isEmpty()) {
            return null;
        }
        // in a key it is there beside what the key was declared of
        fields.removeIf(field -> field.is(FieldRole.LIVE));
        return new Subject(model, fields);
    }
}
