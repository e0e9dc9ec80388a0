package dev.farminglabs.sample.traffic;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import java.util.List;

/** A driver whose operations are noted for the request that makes them. */
record CountedDriver(Driver driver) implements Driver {

    @Override
    public DriverSession session(SchemaDefinition schema) {
        return new CountedSession(driver.session(schema), schema, driver);
    }

    @Override
    public String store() {
        return driver.store();
    }

    @Override
    public Capabilities capabilities() {
        return driver.capabilities();
    }

    @Override
    public List<String> addresses() {
        return driver.addresses();
    }

    @Override
    public void ping() {
        driver.ping();
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return driver.setup(schema);
    }
}
