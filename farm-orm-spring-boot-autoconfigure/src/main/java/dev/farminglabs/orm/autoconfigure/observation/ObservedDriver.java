package dev.farminglabs.orm.autoconfigure.observation;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DelegatingDriver;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import io.micrometer.observation.ObservationRegistry;
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
        @Nullable OrmObservationConvention convention) implements DelegatingDriver {

    @Override
    public DriverSession session(SchemaDefinition schema) {
        return new ObservedSession(driver.session(schema), schema, this);
    }
}
