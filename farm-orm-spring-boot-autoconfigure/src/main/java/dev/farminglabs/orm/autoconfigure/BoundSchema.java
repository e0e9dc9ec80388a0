package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.setup.Setup;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** A schema bean and the store its client was made for. Nothing is created before it is asked for. Thread-safe. */
public final class BoundSchema {

    private final String name;
    private final ResolvedStore store;
    private final FarmOrmProperties properties;
    private final StoreDrivers drivers;
    private final ConfigurableListableBeanFactory beans;

    BoundSchema(
            String name,
            ResolvedStore store,
            FarmOrmProperties properties,
            StoreDrivers drivers,
            ConfigurableListableBeanFactory beans) {
        this.name = name;
        this.store = store;
        this.properties = properties;
        this.drivers = drivers;
        this.beans = beans;
    }

    /** The name of the schema bean. */
    public String name() {
        return name;
    }

    /** The kind of store, as it is written in the settings. */
    public String storeKind() {
        return store.kind().property();
    }

    /** The name of the store bean. */
    public String storeBean() {
        return store.bean();
    }

    /** What is done with the store at the start. */
    public SetupMode setupMode() {
        return properties.schema(name).setup();
    }

    /** Adds its tables, as the settings name them, to those of its store. */
    void addTo(SharedStores stores) {
        SchemaProperties settings = properties.schema(name);
        String namespace = store.kind() == StoreKind.MONGO ? null : settings.namespace();
        stores.add(
                name,
                store,
                settings.namespace(),
                beans.getBean(name, Schema.class)
                        .definition(new PhysicalNaming(properties.naming(), settings.prefix(), namespace)));
    }

    /** The driver that the client uses. Opens no connection. */
    public Driver driver() {
        return drivers.driver(name, store, beans.getBean(store.bean()), properties.schema(name));
    }

    /** The client. May have to connect when it is made here. */
    public OrmClient<?> client() {
        return beans.getBean(SchemaBean.clientName(name), OrmClient.class);
    }

    /** The setup bean, which knows the schema under its physical names. Opens no connection. */
    public Setup setup() {
        return beans.getBean(SchemaBean.setupName(name), Setup.class);
    }

    /** For people. */
    @Override
    public String toString() {
        return "Schema bean '" + name + "' on " + store;
    }
}
