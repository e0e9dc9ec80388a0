package dev.farminglabs.orm.autoconfigure.observation;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A driver whose operations are observed.
 *
 * @param driver     does the work
 * @param registry   where observations go
 * @param convention the application's own, or null
 */
record ObservedDriver(
        Driver driver,
        ObservationRegistry registry,
        @Nullable OrmObservationConvention convention) implements Driver {

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
        return new ObservedSession(driver.session(schema), schema, this);
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return driver.setup(schema);
    }
}
