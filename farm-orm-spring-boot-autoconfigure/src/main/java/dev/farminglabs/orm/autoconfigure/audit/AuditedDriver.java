package dev.farminglabs.orm.autoconfigure.audit;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import java.util.List;

/**
 * A driver whose writes are noted, but for those of the audit itself.
 *
 * @param driver   does the work
 * @param recorder takes the notes
 */
record AuditedDriver(Driver driver, AuditRecorder recorder) implements Driver {

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
        DriverSession session = driver.session(schema);
        boolean own = schema.models().stream().anyMatch(model -> model.modelClass() == AuditTrail.AuditEntry.class);
        return own ? session : new AuditedSession(session, schema, this);
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return driver.setup(schema);
    }
}
