package dev.farminglabs.orm.tck;

/** An empty part of a store, for one test class. */
public interface StorePlace extends AutoCloseable {

    /** What an application would hand to {@code FarmOrm}: a {@code DataSource}, a driver and so on. The same object each time. */
    Object store();

    /** Fails when a test left a connection, statement, cursor, lock or transaction open. */
    void assertQuiet();

    /** Gives the place up. */
    @Override
    void close();
}
