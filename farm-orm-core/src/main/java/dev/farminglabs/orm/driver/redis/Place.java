package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.redis.layout.LayoutRecords;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.SchemaLayout;
import dev.farminglabs.orm.driver.redis.server.Commands;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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

    /** Does something with those records, in as few steps as there can be. */
    <T> void stepwise(ModelLayout layout, List<T> records, Consumer<List<T>> step) {
        if (!apart(layout)) {
            step.accept(records);
            return;
        }
        boolean begun = false;
        for (T each : records) {
            try {
                step.accept(List.of(each));
            } catch (RuntimeException e) {
                throw begun ? OrmFailure.ofPartlyDone(e) : e;
            }
            begun = true;
        }
    }
}
