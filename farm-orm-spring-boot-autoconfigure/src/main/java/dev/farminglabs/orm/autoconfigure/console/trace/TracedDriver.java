package dev.farminglabs.orm.autoconfigure.console.trace;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DelegatingDriver;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;

/**
 * A driver whose operations the console can hear.
 *
 * @param driver does the work
 */
public record TracedDriver(Driver driver) implements DelegatingDriver {

    @Override
    public DriverSession session(SchemaDefinition schema) {
        return new TracedSession(driver.session(schema));
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return new TracedSetup(driver.setup(schema));
    }
}
