package dev.farminglabs.orm.tck;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/**
 * MongoDB: the server whose address is in {@code FARM_ORM_TEST_MONGODB}, or an in-process stand-in that speaks its protocol. A
 * place is a database of its own. What only a real server can show is in {@link #HOLES}.
 */
public final class MongoFixture implements StoreFixture {

    /** What a run on the stand-in says nothing about, by name. */
    public static final java.util.List<String> HOLES = java.util.List.of(
            "compound unique keys of fields that may be null (partial indexes)",
            "order of text beyond U+FFFF (by code point)",
            "transactions",
            "collations of collections made by others",
            "removal of records past their time (TTL)",
            "use of indexes (explain)",
            "write conflicts");

    static final String ADDRESS = "FARM_ORM_TEST_MONGODB";

    private static final class Server {
        static final @Nullable String GIVEN = System.getenv(ADDRESS);
        static final String URL = GIVEN == null ? inProcess() : GIVEN;
        static final MongoClient CLIENT = MongoClients.create(URL);

        private static String inProcess() {
            // no other version it announces is new enough for the driver
            MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
            InetSocketAddress address = server.bind();
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
            return "mongodb://" + address.getHostString() + ":" + address.getPort();
        }
    }

    /** Whether the tests talk to a real server. */
    public static boolean real() {
        return Server.GIVEN != null;
    }

    /** Where the server is. */
    public static String url() {
        return Server.URL;
    }

    /** The client all places share. */
    public static MongoClient client() {
        return Server.CLIENT;
    }

    @Override
    public java.util.List<String> holes() {
        return real() ? java.util.List.of() : HOLES;
    }

    @Override
    public String name() {
        var version = client().getDatabase("admin").runCommand(new org.bson.Document("buildInfo", 1));
        return (real() ? "MongoDB " : "mongo-java-server as MongoDB ") + version.getString("version");
    }

    @Override
    public @Nullable String server() {
        return real() ? ADDRESS : null;
    }

    /** A schema's fields are not in the store: it holds any documents. */
    @Override
    public boolean columns() {
        return false;
    }

    @Override
    public StorePlace open() {
        String database = "tck_" + UUID.randomUUID().toString().replace("-", "");
        SimpleMongoClientDatabaseFactory factory = new SimpleMongoClientDatabaseFactory(client(), database);
        return new StorePlace() {
            @Override
            public Object store() {
                return factory;
            }

            @Override
            public void assertQuiet() {
                // a cursor is read to its end by the call that opened it
            }

            @Override
            public void close() {
                client().getDatabase(database).drop();
            }
        };
    }
}
