package dev.farminglabs.orm.driver;

import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.List;

/** A driver in front of another one: what an implementation leaves as it is, the other one answers. */
public interface DelegatingDriver extends Driver {

    /** The driver that does the work. */
    Driver driver();

    @Override
    default String store() {
        return driver().store();
    }

    @Override
    default Capabilities capabilities() {
        return driver().capabilities();
    }

    @Override
    default List<String> addresses() {
        return driver().addresses();
    }

    @Override
    default void ping() {
        driver().ping();
    }

    @Override
    default DriverSession session(SchemaDefinition schema) {
        return driver().session(schema);
    }

    @Override
    default SetupOperations setup(SchemaDefinition schema) {
        return driver().setup(schema);
    }
}
