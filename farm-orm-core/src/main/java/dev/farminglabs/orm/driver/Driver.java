package dev.farminglabs.orm.driver;

import dev.farminglabs.orm.definition.SchemaDefinition;

/**
 * One store. Making a driver opens no connection; the first call that needs one does. Thread-safe.
 */
public interface Driver {

    /**
     * The store's name in messages, errors and metrics, such as {@code postgresql}. May have to connect the first time.
     *
     * @throws org.springframework.dao.DataAccessException when the store cannot be reached
     */
    String store();

    /**
     * What the store can do. May have to connect the first time; the answer does not change afterwards.
     *
     * @throws org.springframework.dao.DataAccessException when the store cannot be reached
     */
    Capabilities capabilities();

    /** Carries out operations for that schema. Cheap, but meant to be kept: it holds the plans it has made. */
    DriverSession session(SchemaDefinition schema);

    /** Makes the store ready for that schema. */
    SetupOperations setup(SchemaDefinition schema);
}
