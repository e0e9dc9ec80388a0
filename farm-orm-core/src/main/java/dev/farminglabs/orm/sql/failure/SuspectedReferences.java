package dev.farminglabs.orm.sql.failure;

import dev.farminglabs.orm.definition.DeleteRule;
import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.ReferenceDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Setting;
import dev.farminglabs.orm.operation.Write;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which references a write can break, for SQLite, which says that one is broken and not which. Used once; answers with the
 * fields that hold the references.
 */
final class SuspectedReferences implements Write.Visitor<Set<FieldDefinition>> {

    private final SchemaDefinition schema;
    private final Set<FieldDefinition> suspected = new LinkedHashSet<>();
    private final Set<ModelDefinition> deleted = new LinkedHashSet<>();

    SuspectedReferences(SchemaDefinition schema) {
        this.schema = schema;
    }

    @Override
    public Set<FieldDefinition> create(Write.Create create) {
        return written(create.settings().stream().map(Setting::field));
    }

    @Override
    public Set<FieldDefinition> createMany(Write.CreateMany createMany) {
        return written(createMany.columns().stream().map(Setting::field));
    }

    @Override
    public Set<FieldDefinition> update(Write.Update update) {
        return written(update.changes().stream().map(Change::field));
    }

    @Override
    public Set<FieldDefinition> upsert(Write.Upsert upsert) {
        written(upsert.create().stream().map(Setting::field));
        return written(upsert.changes().stream().map(Change::field));
    }

    @Override
    public Set<FieldDefinition> delete(Write.Delete delete) {
        deleted(delete.model());
        return suspected;
    }

    /** A reference that is written may point at nothing; a key that is written may be pointed at. */
    private Set<FieldDefinition> written(Stream<FieldDefinition> fields) {
        List<FieldDefinition> all = fields.toList();
        all.stream().filter(field -> field.reference() != null).forEach(suspected::add);
        return suspected;
    }

    /** What is deleted may be pointed at, and so may what is deleted along with it. */
    private void deleted(ModelDefinition model) {
        if (!deleted.add(model)) {
            return;
        }
        for (ModelDefinition other : schema.models()) {
            for (FieldDefinition field : other.fields()) {
                ReferenceDefinition reference = field.reference();
                if (reference == null || reference.target().model() != model) {
                    continue;
                }
                if (reference.onDelete() == DeleteRule.RESTRICT) {
                    suspected.add(field);
                } else if (reference.onDelete() == DeleteRule.CASCADE) {
                    deleted(other);
                }
            }
        }
    }
}
