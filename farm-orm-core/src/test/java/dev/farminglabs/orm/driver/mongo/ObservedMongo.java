package dev.farminglabs.orm.driver.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.farminglabs.orm.tck.MongoFixture;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A database of its own behind a client that notes each command. */
public final class ObservedMongo implements AutoCloseable {

    /** Its name. */
    public final String database = "observed_" + UUID.randomUUID().toString().substring(0, 8);

    final List<String> commands = new CopyOnWriteArrayList<>();
    /** The commands in full, as JSON. */
    public final List<String> bodies = new CopyOnWriteArrayList<>();
    /** The client. */
    public final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(MongoFixture.url()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getDatabaseName().equals(database)) {
                        commands.add(event.getCommandName());
                        bodies.add(event.getCommand().toJson());
                    }
                }
            })
            .build());

    /** The commands of the work, by name. */
    public List<String> of(Runnable work) {
        commands.clear();
        bodies.clear();
        work.run();
        return List.copyOf(commands);
    }

    @Override
    public void close() {
        client.getDatabase(database).drop();
        client.close();
    }
}
