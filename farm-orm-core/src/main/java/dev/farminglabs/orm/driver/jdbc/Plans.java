package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.sql.Dialect;
import dev.farminglabs.orm.sql.SqlRenderer;
import org.springframework.util.ConcurrentLruCache;

/**
 * The plans made for one schema, those used least recently forgotten. The key is the operation: equal operations differ
 * in values alone.
 */
final class Plans {

    private static final int KEPT = 1024;

    private final ConcurrentLruCache<Find, Plan> finds;
    private final ConcurrentLruCache<Write.Update, Plan> lookUps;
    private final ConcurrentLruCache<Aggregate, Plan> aggregates;
    private final ConcurrentLruCache<Write, Plan> writes;

    Plans(Dialect dialect, SchemaDefinition schema) {
        SqlRenderer renderer = new SqlRenderer(dialect, schema);
        finds = new ConcurrentLruCache<>(KEPT, find -> Plan.of(renderer.find(find), dialect));
        lookUps = new ConcurrentLruCache<>(KEPT, update -> Plan.of(renderer.lookUp(update), dialect));
        aggregates = new ConcurrentLruCache<>(KEPT, aggregate -> Plan.of(renderer.aggregate(aggregate), dialect));
        writes = new ConcurrentLruCache<>(KEPT, write -> Plan.of(renderer.write(write), dialect));
    }

    Plan of(Find find) {
        return finds.get(find);
    }

    /** What looks up the id of the record that the update is about. */
    Plan lookUp(Write.Update update) {
        return lookUps.get(update);
    }

    Plan of(Aggregate aggregate) {
        return aggregates.get(aggregate);
    }

    Plan of(Write write) {
        return writes.get(write);
    }
}
