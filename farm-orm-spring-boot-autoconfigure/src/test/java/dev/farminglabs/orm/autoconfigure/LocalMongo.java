package dev.farminglabs.orm.autoconfigure;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A MongoDB stand-in for the tests of this JVM, stopped with it. */
public final class LocalMongo {

    private static final String ADDRESS = start();

    private static String start() {
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        return server.bindAndGetConnectionString();
    }

    /** The address of a server in this process that speaks MongoDB's protocol. It has no transactions. */
    public static String address() {
        return ADDRESS;
    }

    private LocalMongo() {}
}
