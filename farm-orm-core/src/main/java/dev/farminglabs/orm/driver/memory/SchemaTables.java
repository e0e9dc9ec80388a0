package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.RelationDefinition;
import dev.farminglabs.orm.driver.row.RowTest;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of one schema's models, and the way from a record to its related ones. */
final class SchemaTables {

    private final IdentityHashMap<ModelDefinition, MemoryTable> tables;

    SchemaTables(IdentityHashMap<ModelDefinition, MemoryTable> tables) {
        this.tables = tables;
    }

    MemoryTable of(ModelDefinition model) {
        MemoryTable table = tables.get(model);
        if (table == null) {
            throw new IllegalArgumentException("Model " + model + " is not in this session's schema");
        }
        return table;
    }

    /**
     * The targets of a relation, each once.
     *
     * @param value the value of the relation's local key; null leads nowhere
     * @param link  for many-to-many, what a record of the join model must meet
     */
    Collection<StoredRow> targets(RelationDefinition relation, @Nullable Object value, RowTest link) {
        if (value == null) {
            return List.of();
        }
        MemoryTable target = of(relation.target());
        FieldDefinition join = relation.joinLocal();
        if (join == null) {
            return target.with(relation.targetKey(), value);
        }
        FieldDefinition joinTarget = Objects.requireNonNull(relation.joinTarget());
        Set<StoredRow> found = new LinkedHashSet<>();
        for (StoredRow joining : of(join.model()).with(join, value)) {
            Object key = joining.get(joinTarget);
            if (key != null && link.test(joining)) {
                found.addAll(target.with(relation.targetKey(), key));
            }
        }
        return found;
    }
}
