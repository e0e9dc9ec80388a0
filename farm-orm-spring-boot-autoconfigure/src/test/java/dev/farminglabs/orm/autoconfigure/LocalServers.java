package dev.farminglabs.orm.autoconfigure;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** One Redis and one MongoDB stand-in for the tests of this JVM, stopped with it. */
public final class LocalServers {

    private static final class Redis {
        static final int PORT = start();

        private static int start() {
            try {
                RedisServer server = RedisServer.newRedisServer()
                        .port(freePort())
                        .setting("bind 127.0.0.1")
                        .setting("save \"\"")
                        .setting("appendonly no")
                        .build();
                server.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server.ports().get(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        private static void stop(RedisServer server) {
            try {
                server.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Mongo {
        static final String URI = start();

        private static String start() {
            MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
            return server.bindAndGetConnectionString();
        }
    }

    /** The port of a real Redis server on this machine. */
    public static int redis() {
        return Redis.PORT;
    }

    /** The address of a server in this process that speaks MongoDB's protocol. It has no transactions. */
    public static String mongo() {
        return Mongo.URI;
    }

    private LocalServers() {}
}
