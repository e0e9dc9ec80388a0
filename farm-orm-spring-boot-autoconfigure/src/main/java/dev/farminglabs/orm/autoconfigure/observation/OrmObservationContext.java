package dev.farminglabs.orm.autoconfigure.observation;

import dev.farminglabs.orm.definition.SchemaDefinition;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/** What is known of one operation. Holds names, and never a stored value. Of one thread, as the operation is. */
public final class OrmObservationContext extends Observation.Context {

    private final String operation;
    private final SchemaDefinition schema;
    private final @Nullable String collection;
    private @Nullable String store;

    OrmObservationContext(
            String operation, SchemaDefinition schema, @Nullable String collection, @Nullable String store) {
        this.operation = operation;
        this.schema = schema;
        this.collection = collection;
        this.store = store;
    }

    /** What is done, such as {@code find} or {@code upsert}. */
    public String operation() {
        return operation;
    }

    /** The schema, under the physical names of its client. */
    public SchemaDefinition schema() {
        return schema;
    }

    /** The table or collection; null for a transaction, and for a batch on several. */
    public @Nullable String collection() {
        return collection;
    }

    /** The store, such as {@code postgresql}; null as long as no connection to it was there, which is known at the end. */
    public @Nullable String store() {
        return store;
    }

    void reached(String name) {
        store = name;
    }
}
