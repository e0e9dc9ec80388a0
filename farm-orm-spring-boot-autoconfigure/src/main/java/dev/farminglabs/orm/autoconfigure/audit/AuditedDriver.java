package dev.farminglabs.orm.autoconfigure.audit;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.DelegatingDriver;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;

/**
 * A driver whose writes are noted, but for those of the audit itself.
 *
 * @param driver   does the work
 * @param recorder takes the notes
 */
record AuditedDriver(Driver driver, AuditRecorder recorder) implements DelegatingDriver {

    @Override
    public DriverSession session(SchemaDefinition schema) {
        DriverSession session = driver.session(schema);
        boolean own = schema.models().stream().anyMatch(model -> model.modelClass() == AuditTrail.AuditEntry.class);
        return own ? session : new AuditedSession(session, schema, this);
    }
}
