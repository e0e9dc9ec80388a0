package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks the schemas of one store together: any number of beans may bring some, and none may take another's table. One model that
 * several schemas list is the same table on purpose, so that records of one can refer to those of the other. Sends nothing.
 * Thread-safe.
 */
final class SharedStores {

    private record Table(ResolvedStore store, @Nullable String namespace, String name) {}

    private record Owner(String schemaBean, ModelDefinition model) {}

    private final Map<Table, Owner> owners = new ConcurrentHashMap<>();

    /** Adds the models of a schema bean; refuses a table that holds another model already. */
    void add(String schemaBean, ResolvedStore store, @Nullable String namespace, SchemaDefinition schema) {
        for (ModelDefinition model : schema.models()) {
            Table table = new Table(store, namespace, schema.table(model));
            Owner owner = new Owner(schemaBean, model);
            Owner other = owners.putIfAbsent(table, owner);
            if (other != null && other.model().modelClass() != model.modelClass()) {
                throw refused(table, other, owner);
            }
        }
    }

    private static StartupRefusedException refused(Table table, Owner one, Owner other) {
        return new StartupRefusedException(
                "Schema beans '" + one.schemaBean() + "' and '" + other.schemaBean() + "' are both on " + table.store()
                        + ", and their models " + one.model() + " ("
                        + one.model().modelClass().getName() + ") and "
                        + other.model() + " (" + other.model().modelClass().getName() + ") are both in table "
                        + table.name() + ".",
                StartupRefusedException.write(
                        "Name one of the tables otherwise in its model's constructor, or give one schema a prefix:",
                        List.of(FarmOrmProperties.line(other.schemaBean(), "prefix", "<prefix>"))));
    }
}
