package dev.farminglabs.orm.driver;

import dev.farminglabs.orm.definition.SchemaDefinition;
import java.util.List;

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

    /**
     * Where the store is, one entry for each host or file, such as {@code postgresql://db.example.com:5432/app}. Never with a
     * user, a password or options; empty where it is not to be known. Opens no connection and never throws.
     */
    List<String> addresses();

    /**
     * Asks the store for a sign of life, with the cheapest question it has. Does nothing else.
     *
     * @throws org.springframework.dao.DataAccessException when the store cannot be reached or does not answer
     */
    void ping();

    /** Carries out operations for that schema. Cheap, but meant to be kept: it holds the plans it has made. */
    DriverSession session(SchemaDefinition schema);

    /** Makes the store ready for that schema. */
    SetupOperations setup(SchemaDefinition schema);
}
