package dev.farminglabs.sample.traffic;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DelegatingDriver;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;

/** A driver whose operations are noted for the request that makes them. */
record CountedDriver(Driver driver) implements DelegatingDriver {

    @Override
    public DriverSession session(SchemaDefinition schema) {
        return new CountedSession(driver.session(schema), schema, driver);
    }
}
