package dev.farminglabs.orm.driver.mongo.client;

import com.mongodb.client.MongoClient;
import com.mongodb.connection.ClusterSettings;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.util.ReflectionUtils;

/** Where the servers of a database are, from the settings of its client. Opens no connection. */
public final class Addresses {

    /** One address for each server that the client was told of. */
    public static List<String> of(MongoClient client, String database) {
        ClusterSettings settings = client.getClusterDescription().getClusterSettings();
        String srv = settings.getSrvHost();
        return srv != null
                ? List.of("mongodb+srv://" + srv + "/" + database)
                : settings.getHosts().stream()
                        .map(host -> "mongodb://" + host + "/" + database)
                        .toList();
    }

    /** Those of the client of a factory; none for a kind of factory that does not tell its client. */
    public static List<String> of(MongoDatabaseFactory factory) {
        try {
            return client(factory) instanceof MongoClient known
                    ? of(known, factory.getMongoDatabase().getName())
                    : List.of();
        } catch (BeansException | IllegalStateException e) {
            return List.of(); // a message is not worth a failure
        }
    }

    /** Spring Data 5.1 shows it as a property; before, it was there for subclasses only. */
    private static @Nullable Object client(MongoDatabaseFactory factory) {
        BeanWrapper settings = PropertyAccessorFactory.forBeanPropertyAccess(factory);
        if (settings.isReadableProperty("mongoCluster")) {
            return settings.getPropertyValue("mongoCluster");
        }
        Method protectedBefore = ReflectionUtils.findMethod(factory.getClass(), "getMongoClient");
        if (protectedBefore == null) {
            return null;
        }
        ReflectionUtils.makeAccessible(protectedBefore);
        return ReflectionUtils.invokeMethod(protectedBefore, factory);
    }

    private Addresses() {}
}
