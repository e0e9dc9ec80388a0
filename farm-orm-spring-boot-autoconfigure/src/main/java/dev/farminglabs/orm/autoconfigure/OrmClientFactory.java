package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.OrmClientBuilder;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the beans of a schema. There is one factory in a context with Farm ORM, before any client: a configuration can ask
 * for it in a condition. Thread-safe.
 */
public final class OrmClientFactory {

    /** The name under which an application may bring its own mapper for JSON fields. */
    static final String JSON_MAPPER = "farmOrmJsonMapper";

    private static final Logger LOG = LoggerFactory.getLogger(OrmClientFactory.class);

    private final BeanFactory beans;
    private final FarmOrmProperties properties;
    private final StoreDrivers drivers;
    private final SharedStores shared = new SharedStores();

    OrmClientFactory(BeanFactory beans, FarmOrmProperties properties, StoreDrivers drivers) {
        this.beans = beans;
        this.properties = properties;
        this.drivers = drivers;
    }

    OrmClient<?> createClient(String schemaBean, Schema schema, String kind, String storeBean, Object store) {
        ResolvedStore resolved = new ResolvedStore(StoreKind.valueOf(kind), storeBean);
        SetupMode setup = properties.schema(schemaBean).setup();
        OrmClient<?> client = connect(schemaBean, builder(schemaBean, schema, resolved, store));
        List<String> addresses = drivers.driver(schemaBean, resolved, store, properties.schema(schemaBean))
                .addresses();
        LOG.info(
                "Schema bean '{}' is on {}{}, setup: {}",
                schemaBean,
                resolved,
                addresses.isEmpty() ? "" : " at " + String.join(", ", addresses),
                setup.property());
        return client;
    }

    Setup createSetup(String schemaBean, Schema schema, String kind, String storeBean, Object store) {
        return builder(schemaBean, schema, new ResolvedStore(StoreKind.valueOf(kind), storeBean), store)
                .setup();
    }

    Capabilities capabilities(OrmClient<?> client) {
        return client.capabilities();
    }

    /**
     * The schema under the physical names that its client would have. Needs no store.
     *
     * @param tables whether the schema is in tables, so that its namespace counts; on MongoDB that names the database
     */
    public SchemaDefinition definition(String schemaBean, Schema schema, boolean tables) {
        String namespace = tables ? properties.schema(schemaBean).namespace() : null;
        return builder(schemaBean, schema, new MemoryDriver(), namespace).definition();
    }

    private OrmClientBuilder<Schema> builder(String schemaBean, Schema schema, ResolvedStore resolved, Object store) {
        SchemaProperties settings = properties.schema(schemaBean);
        Driver driver = drivers.driver(schemaBean, resolved, store, settings);
        // On MongoDB it names the database, which the driver was opened with.
        String namespace = resolved.kind() == StoreKind.MONGO ? null : settings.namespace();
        OrmClientBuilder<Schema> builder = builder(schemaBean, schema, driver, namespace);
        shared.add(schemaBean, resolved, settings.namespace(), builder.definition());
        return builder;
    }

    private OrmClientBuilder<Schema> builder(
            String schemaBean, Schema schema, Driver driver, @Nullable String namespace) {
        SchemaProperties settings = properties.schema(schemaBean);
        OrmClientBuilder<Schema> builder = FarmOrm.client(schema, driver)
                .prefix(settings.prefix())
                .namespace(namespace)
                .naming(properties.naming())
                .maxAffected(settings.maxAffected());
        if (beans.containsBean(JSON_MAPPER)) {
            builder.jsonMapper(beans.getBean(JSON_MAPPER, JsonMapper.class));
        }
        beans.getBeanProvider(OrmClientCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(schemaBean, builder));
        return builder;
    }

    /** A demand that is not met concerns the bean, which only we can name. */
    private static OrmClient<?> connect(String schemaBean, OrmClientBuilder<Schema> builder) {
        try {
            return builder.connect();
        } catch (DataAccessException failure) {
            if (failure instanceof OrmError error && error.code() == OrmErrorCode.UNSUPPORTED) {
                throw new StartupRefusedException(
                        "Schema bean '" + schemaBean + "': " + failure.getMessage(),
                        StartupRefusedException.write(
                                "Take the requirement out of the schema's constructor, or name another store:",
                                List.of(
                                        FarmOrmProperties.line(schemaBean, "store", "<kind>"),
                                        FarmOrmProperties.line(schemaBean, "bean", "<bean name>"))),
                        failure);
            }
            throw failure;
        }
    }
}
