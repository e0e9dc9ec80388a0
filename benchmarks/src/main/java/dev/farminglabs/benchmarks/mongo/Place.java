package dev.farminglabs.benchmarks.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/**
 * A connection to the database of the suite.
 *
 * @param client  of the driver
 * @param factory the same database for Spring
 */
record Place(MongoClient client, MongoDatabaseFactory factory) implements AutoCloseable {

    static final String DATABASE = "farm_orm_benchmarks";

    /** Connects to a server and fills its database anew. */
    static Place fill(String url) {
        MongoClient client = MongoClients.create(url);
        Seed.into(client, DATABASE);
        return new Place(client, new SimpleMongoClientDatabaseFactory(client, DATABASE));
    }

    MongoTemplate template() {
        return new MongoTemplate(factory);
    }

    void cleanUp() {
        Seed.cleanUp(client.getDatabase(DATABASE));
    }

    @Override
    public void close() {
        client.getDatabase(DATABASE).drop();
        client.close();
    }
}
