package dev.farminglabs.orm.driver;

/**
 * An inspector of stores that are one of several databases behind one client object, so that it takes a name to say which.
 */
public interface ServerInspector extends StoreInspector {

    /** Whether that object leads to such databases. Opens no connection. */
    boolean recognizesServer(Object server);

    /** The driver for a database of a recognised object. Opens no connection. */
    Driver open(Object server, String database);
}
