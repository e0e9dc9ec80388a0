package dev.farminglabs.orm.autoconfigure.console.trace;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import java.util.List;

/**
 * A driver whose operations the console can hear.
 *
 * @param driver does the work
 */
public record TracedDriver(Driver driver) implements Driver {

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
    public DriverSession session(SchemaDefinition schema) {
        return new TracedSession(driver.session(schema));
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return new TracedSetup(driver.setup(schema));
    }
}
