package dev.farminglabs.orm.driver;

/**
 * Recognises what an application calls its store, and makes a driver for it. Found by {@link java.util.ServiceLoader}, so a
 * third party's store is a store like any other. Must load without the store's client library on the class path.
 */
public interface StoreInspector {

    /** The kind of store, such as {@code jdbc}. */
    String kind();

    /** What it takes, for messages, such as {@code a javax.sql.DataSource}. */
    String accepts();

    /** Whether that object is such a store. Opens no connection. */
    boolean recognizes(Object store);

    /** The driver for a recognised store. Opens no connection. */
    Driver open(Object store);
}
