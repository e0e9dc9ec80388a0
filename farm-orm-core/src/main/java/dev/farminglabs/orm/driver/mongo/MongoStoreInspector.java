package dev.farminglabs.orm.driver.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.ServerInspector;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Recognises what stands for a MongoDB database. Loads without MongoDB's classes: it asks for them by name first. */
public final class MongoStoreInspector implements ServerInspector {

    private static final String FACTORY = "org.springframework.data.mongodb.MongoDatabaseFactory";
    private static final String DATABASE = "com.mongodb.client.MongoDatabase";
    private static final String CLIENT = "com.mongodb.client.MongoClient";

    /** For the service loader. */
    public MongoStoreInspector() {}

    @Override
    public String kind() {
        return MongoDriver.STORE;
    }

    @Override
    public String accepts() {
        return "a Spring MongoDatabaseFactory, a com.mongodb.client.MongoDatabase, a MongoClient together with the name of"
                + " a database";
    }

    @Override
    public boolean recognizes(Object store) {
        return is(FACTORY, store) || is(DATABASE, store);
    }

    @Override
    public Driver open(Object store) {
        return is(FACTORY, store)
                ? MongoDriver.joining((MongoDatabaseFactory) store)
                : new MongoDriver((MongoDatabase) store);
    }

    @Override
    public boolean recognizesServer(Object server) {
        return is(CLIENT, server);
    }

    @Override
    public Driver open(Object server, String database) {
        return new MongoDriver((MongoClient) server, database);
    }

    private static boolean is(String type, Object object) {
        Class<?> found = find(type);
        return found != null && found.isInstance(object);
    }

    private static @Nullable Class<?> find(String type) {
        try {
            return Class.forName(type, false, MongoStoreInspector.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
