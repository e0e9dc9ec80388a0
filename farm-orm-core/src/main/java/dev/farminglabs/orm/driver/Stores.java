package dev.farminglabs.orm.driver;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** From what an application passes in to the driver for it. */
public final class Stores {

    /**
     * What was found out about an object.
     *
     * @param supported whether there is a driver for it
     * @param kind      the kind of store, or {@code unknown}
     * @param summary   one sentence that says what it is, and what to pass instead when it is not supported
     */
    public record Finding(boolean supported, String kind, String summary) {}

    /** What the object is. Opens no connection. */
    public static Finding inspect(@Nullable Object store) {
        if (store instanceof Driver driver) {
            return new Finding(true, "driver", driver.getClass().getName() + " is a driver.");
        }
        List<String> accepted = new ArrayList<>();
        for (StoreInspector inspector : inspectors()) {
            if (store != null && inspector.recognizes(store)) {
                return new Finding(
                        true, inspector.kind(), store.getClass().getName() + " is a " + inspector.kind() + " store.");
            }
            accepted.add(inspector.accepts());
        }
        accepted.add("a " + Driver.class.getName());
        String what = store == null ? "null" : "An object of " + store.getClass();
        return new Finding(
                false,
                "unknown",
                what + " is not a store Farm ORM knows. Pass " + String.join(", or ", accepted) + ".");
    }

    /**
     * The driver for the object.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} when there is none
     */
    public static Driver open(@Nullable Object store) {
        if (store instanceof Driver driver) {
            return driver;
        }
        for (StoreInspector inspector : inspectors()) {
            if (store != null && inspector.recognizes(store)) {
                return inspector.open(store);
            }
        }
        throw OrmFailure.of(OrmErrorCode.UNSUPPORTED, inspect(store).summary()).exception();
    }

    /**
     * The driver for the database of that name behind a client object.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} when there is none
     */
    public static Driver open(Object server, String database) {
        for (StoreInspector inspector : inspectors()) {
            if (inspector instanceof ServerInspector known && known.recognizesServer(server)) {
                return known.open(server, database);
            }
        }
        throw OrmFailure.of(
                        OrmErrorCode.UNSUPPORTED,
                        "An object of " + server.getClass()
                                + " is not a client with databases that Farm ORM knows: pass a MongoClient")
                .exception();
    }

    /** An inspector that cannot be loaded belongs to a client library that is not there: it recognises nothing. */
    private static List<StoreInspector> inspectors() {
        List<StoreInspector> found = new ArrayList<>();
        var providers = ServiceLoader.load(StoreInspector.class, Stores.class.getClassLoader()).stream()
                .toList();
        for (var provider : providers) {
            try {
                found.add(provider.get());
            } catch (ServiceConfigurationError | NoClassDefFoundError e) {
                // its library is not on the class path
            }
        }
        return found;
    }

    private Stores() {}
}
