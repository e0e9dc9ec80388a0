package dev.farminglabs.orm.tck;

import java.util.OptionalLong;

/** An empty part of a store, for one test class. */
public interface StorePlace extends AutoCloseable {

    /** What an application would hand to {@code FarmOrm}: a {@code DataSource}, a driver and so on. The same object each time. */
    Object store();

    /** Fails when a test left a connection, statement, cursor, lock or transaction open. */
    void assertQuiet();

    /**
     * How much is stored in the place, as the store itself counts it: rows, documents, or keys with what is in them, whatever put
     * them there. Empty where only the library could say.
     */
    default OptionalLong stored() {
        return OptionalLong.empty();
    }

    /** Gives the place up. */
    @Override
    void close();
}
