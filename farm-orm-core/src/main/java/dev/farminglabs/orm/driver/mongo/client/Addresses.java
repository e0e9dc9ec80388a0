package dev.farminglabs.orm.driver.mongo.client;

import com.mongodb.client.MongoClient;
import com.mongodb.connection.ClusterSettings;
import java.util.List;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

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

    /** By the name of the property, for factories of older versions show their client under no type. */
    public static List<String> of(MongoDatabaseFactory factory) {
        try {
            BeanWrapper settings = PropertyAccessorFactory.forBeanPropertyAccess(factory);
            Object client =
                    settings.isReadableProperty("mongoCluster") ? settings.getPropertyValue("mongoCluster") : null;
            return client instanceof MongoClient known
                    ? of(known, factory.getMongoDatabase().getName())
                    : List.of();
        } catch (BeansException e) {
            return List.of(); // a message is not worth a failure
        }
    }

    private Addresses() {}
}
