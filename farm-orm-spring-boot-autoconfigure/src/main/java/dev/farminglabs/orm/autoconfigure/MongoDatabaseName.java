package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import dev.farminglabs.orm.driver.Stores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which database a schema on MongoDB lives in: a factory knows its own, a client has to be told. */
final class MongoDatabaseName {

    /**
     * The name of the client's database, or null for a store that knows it.
     *
     * @throws StartupRefusedException when the name is missing, or there is one where none is needed
     */
    static @Nullable String of(String schemaBean, ResolvedStore resolved, Object store, SchemaProperties settings) {
        boolean knowsIt = Stores.inspect(store).supported();
        String namespace = settings.namespace();
        if (!knowsIt && namespace == null) {
            throw new StartupRefusedException(
                    "Schema bean '" + schemaBean + "' is on " + resolved
                            + ", a client with many databases, and none is named.",
                    StartupRefusedException.write(
                            "Declare a MongoDatabaseFactory bean, whose transactions are the application's too; or name the"
                                    + " database:",
                            List.of(FarmOrmProperties.line(schemaBean, "namespace", "<database>"))));
        }
        if (knowsIt && namespace != null) {
            throw new StartupRefusedException(
                    "Schema bean '" + schemaBean + "' is on " + resolved
                            + ", which knows its database, but the namespace '" + namespace + "' is named.",
                    StartupRefusedException.write(
                            "Take the line with '.namespace' away. What keeps collections apart is a bean for each database,"
                                    + " or a prefix:",
                            List.of(
                                    FarmOrmProperties.line(schemaBean, "bean", "<bean name>"),
                                    FarmOrmProperties.line(schemaBean, "prefix", "<prefix>"))));
        }
        return namespace;
    }

    private MongoDatabaseName() {}
}
