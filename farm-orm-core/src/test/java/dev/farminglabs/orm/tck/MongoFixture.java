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
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * MongoDB: the server whose address is in {@code FARM_ORM_TEST_MONGODB}, or one from a container engine, or else an in-process
 * stand-in that speaks its protocol. A place is a database of its own. What only a real server can show is in {@link #HOLES}.
 */
public final class MongoFixture implements StoreFixture {

    static final String PARTIAL = "compound unique keys of fields that may be null (partial indexes)";
    static final String TEXT = "order of text beyond U+FFFF (by code point)";
    static final String TRANSACTIONS =
            "transactions: that the server undoes them (that a failed call ends one is shown with sessions of a stand-in)";
    static final String COLLATIONS = "collations of collections made by others";
    static final String VALIDATORS = "validators (JSON schemas of collections)";
    static final String OUTGROWN =
            "a record that outgrows a document with its relations (that these are then read apart is shown with a refusal made up)";
    static final String TTL = "removal of records past their time (TTL)";
    static final String EXPLAIN = "use of indexes (explain)";
    static final String CONFLICTS = "write conflicts";

    /** What a run on the stand-in says nothing about, by name. {@link MongoRealOnly} has a test for each. */
    public static final java.util.List<String> HOLES =
            java.util.List.of(PARTIAL, TEXT, TRANSACTIONS, COLLATIONS, VALIDATORS, OUTGROWN, TTL, EXPLAIN, CONFLICTS);

    static final String ADDRESS = "FARM_ORM_TEST_MONGODB";

    private static final String IMAGE = "mongo:8.0";

    /**
     * The server of this JVM.
     *
     * @param url   where it is
     * @param where what the report of a run says; null for the stand-in
     */
    private record Server(String url, @Nullable String where) {

        private static final Server FOUND = find();
        private static final MongoClient CLIENT = MongoClients.create(FOUND.url);

        private static Server find() {
            @Nullable String given = System.getenv(ADDRESS);
            if (given != null && !given.isBlank()) {
                return new Server(given, ADDRESS);
            }
            return ContainerEngine.answers() ? container() : inProcess();
        }

        /** A replica set of one, which has transactions. */
        private static Server container() {
            MongoDBContainer container = ContainerEngine.start(new MongoDBContainer(IMAGE).withReplicaSet());
            return new Server(container.getReplicaSetUrl(), "container " + IMAGE);
        }

        private static Server inProcess() {
            // no other version it announces is new enough for the driver
            MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
            InetSocketAddress address = server.bind();
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
            return new Server("mongodb://" + address.getHostString() + ":" + address.getPort(), null);
        }
    }

    /** Whether the tests talk to a real server. */
    public static boolean real() {
        return Server.FOUND.where != null;
    }

    /** Where the server is. */
    public static String url() {
        return Server.FOUND.url;
    }

    /** The client all places share. */
    public static MongoClient client() {
        return Server.CLIENT;
    }

    /** The tests of what only a real server shows, run once. */
    private static final class RealOnly {
        private static final java.util.List<Launched> RUN = Launched.run(MongoRealOnly.class);
    }

    /** What became of the tests that need a real server. */
    static java.util.List<Launched> realOnly() {
        return RealOnly.RUN;
    }

    /** On a real server those whose test did not succeed. */
    @Override
    public java.util.List<String> holes() {
        return real()
                ? HOLES.stream()
                        .filter(hole -> realOnly().stream()
                                .noneMatch(test -> test.name().equals(hole) && !test.failed()))
                        .toList()
                : HOLES;
    }

    @Override
    public String name() {
        var version = client().getDatabase("admin").runCommand(new org.bson.Document("buildInfo", 1));
        return (real() ? "MongoDB " : "mongo-java-server as MongoDB ") + version.getString("version");
    }

    @Override
    public @Nullable String server() {
        return Server.FOUND.where;
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
            public java.util.OptionalLong stored() {
                var place = client().getDatabase(database);
                long documents = 0;
                for (String collection : place.listCollectionNames()) {
                    documents += place.getCollection(collection).countDocuments();
                }
                return java.util.OptionalLong.of(documents);
            }

            @Override
            public void close() {
                client().getDatabase(database).drop();
            }
        };
    }
}
