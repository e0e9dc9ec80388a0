package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.FieldDefinition;
import dev.farminglabs.orm.driver.redis.layout.LayoutRecords;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.layout.Records;
import dev.farminglabs.orm.driver.redis.layout.SchemaLayout;
import dev.farminglabs.orm.driver.redis.server.Commands;
import java.util.Set;

/**
 * What every operation of a session works with.
 *
 * @param layouts  where records are
 * @param commands the way to the server
 * @param records  reads records
 * @param scans    the last resort
 * @param stored   what setups have written down
 */
record Place(SchemaLayout layouts, Commands commands, Records records, Scans scans, LayoutRecords stored) {

    /** The indexed fields of the model whose index is complete. */
    Set<FieldDefinition> usable(ModelLayout layout) {
        return stored.usable(layout);
    }
}
