package dev.farminglabs.benchmarks.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.internal.build.MongoDriverVersion;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.farminglabs.benchmarks.report.Servers;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The server at the given address, or a stand-in in this process, which the measuring processes speak to like to any other. */
final class MongoServers implements Servers {

    /** The system property with the server's address. */
    static final String URL = "farm.orm.benchmarks.mongodb";

    private static final String ADDRESS = "FARM_ORM_TEST_MONGODB";

    private static final int WARM_UP = 10_000;

    private final @Nullable MongoServer standIn;
    private final String url;

    private MongoServers(@Nullable MongoServer standIn, String url) {
        this.standIn = standIn;
        this.url = url;
    }

    static MongoServers start() {
        String given = System.getenv(ADDRESS);
        if (given != null && !given.isBlank()) {
            return new MongoServers(null, given);
        }
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        InetSocketAddress address = server.bind();
        String url = "mongodb://" + address.getHostString() + ":" + address.getPort();
        warmUp(url);
        return new MongoServers(server, url);
    }

    /** The stand-in is code of this process, and slow until the compiler has come to it: to the harm of who is first. */
    private static void warmUp(String url) {
        try (Place place = Place.fill(url)) {
            place.cleanUp();
            Work work = Subject.DRIVER.on(place);
            Inputs inputs = new Inputs("warm-up");
            for (int i = 0; i < WARM_UP; i++) {
                work.create(inputs.visit());
                work.update(inputs.person(), inputs.newName());
                work.guardedUpdate(inputs.holder());
                work.upsert(inputs.cached());
                work.delete(inputs.doomed());
                work.findUnique(inputs.slug());
                if (i % 20 == 0) {
                    work.findMany(inputs.cohort());
                    work.dashboard(inputs.slug());
                }
            }
        }
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(URL, url);
    }

    @Override
    public List<String> versions() {
        return List.of(
                server(),
                "Spring Data MongoDB " + MongoTemplate.class.getPackage().getImplementationVersion(),
                "driver " + MongoDriverVersion.VERSION);
    }

    private String server() {
        if (standIn != null) {
            return "mongo-java-server, an in-process stand-in and no MongoDB";
        }
        try (MongoClient client = MongoClients.create(url)) {
            Document info = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
            return "MongoDB " + info.getString("version") + " at " + ADDRESS;
        }
    }

    @Override
    public void close() {
        if (standIn != null) {
            standIn.shutdownNow();
        }
    }
}
