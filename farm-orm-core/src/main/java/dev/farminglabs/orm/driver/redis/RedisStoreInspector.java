package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.StoreInspector;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Recognises a {@code RedisConnectionFactory}. Loads, and recognises nothing, where Spring Data Redis is not there. */
public final class RedisStoreInspector implements StoreInspector {

    private static final String FACTORY = "org.springframework.data.redis.connection.RedisConnectionFactory";

    /** For {@link java.util.ServiceLoader}. */
    public RedisStoreInspector() {}

    @Override
    public String kind() {
        return "redis";
    }

    @Override
    public String accepts() {
        return "a " + FACTORY;
    }

    @Override
    public boolean recognizes(Object store) {
        Class<?> factory = factory();
        return factory != null && factory.isInstance(store);
    }

    private static @Nullable Class<?> factory() {
        try {
            return Class.forName(FACTORY, false, RedisStoreInspector.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null; // the library is not there
        }
    }

    @Override
    public Driver open(Object store) {
        return new RedisDriver((RedisConnectionFactory) store, RedisOptions.DEFAULT);
    }
}
