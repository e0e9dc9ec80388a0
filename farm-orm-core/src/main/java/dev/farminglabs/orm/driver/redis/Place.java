package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.redis.layout.LayoutRecords;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.SchemaLayout;
import dev.farminglabs.orm.driver.redis.server.Commands;
import java.util.List;
import java.util.Set;

/**
 * What every operation of a session works with.
 *
 * @param layouts  where records are
 * @param commands the way to the server
 * @param scans    the last resort
 * @param stored   what setups have written down
 */
record Place(SchemaLayout layouts, Commands commands, Scans scans, LayoutRecords stored) {

    /** Where the records of the model are, once it is sure that they are there. */
    ModelLayout layout(ModelDefinition model) {
        ModelLayout layout = layouts.of(model);
        stored.usable(layout);
        return layout;
    }

    /** The indexed fields of the model whose index is complete. */
    Set<FieldDefinition> usable(ModelLayout layout) {
        return stored.usable(layout);
    }

    /** Whether no step may take in two of the records, since they may be on different servers. */
    boolean apart(ModelLayout layout) {
        return layout.single() && commands.cluster();
    }

    /** What has to be done with those records, in as few steps as there can be. */
    <T> List<List<T>> steps(ModelLayout layout, List<T> records) {
        return apart(layout) ? records.stream().map(List::of).toList() : List.of(records);
    }
}
