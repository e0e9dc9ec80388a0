package dev.farminglabs.sample.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.tck.MariaDbServer;
import dev.farminglabs.orm.tck.PostgreSqlServer;
import dev.farminglabs.orm.tck.RedisServers;
import dev.farminglabs.sample.storage.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables of abilities, in the guide and in the README, are what the stores say. Where one is not, the whole is shown. */
class CapabilityTableTest {

    private static final List<String> TABLE = new ArrayList<>();

    @BeforeAll
    static void askTheStores() {
        Map<String, Map<String, String>> stores = new LinkedHashMap<>();
        stores.put("memory", abilities(FarmOrm.inMemory(new ControlPlane())));
        stores.put("H2", sql("jdbc:h2:mem:abilities;DB_CLOSE_DELAY=-1"));
        stores.put("PostgreSQL", sql(PostgreSqlServer.schema("abilities")));
        stores.put("MariaDB", sql(MariaDbServer.database("abilities")));
        stores.put("SQLite", sql("jdbc:sqlite::memory:?foreign_keys=on"));
        stores.put("Redis", redis());
        stores.put("MongoDB", mongo());
        TABLE.add(line("ability", stores.keySet()));
        for (String ability : stores.get("memory").keySet()) {
            TABLE.add(line(
                    ability, stores.values().stream().map(of -> of.get(ability)).toList()));
        }
    }

    private static String line(String name, Iterable<String> cells) {
        return "| " + name + " | " + String.join(" | ", cells) + " |";
    }

    @Test
    void theGuideHasEveryAbility() throws IOException {
        assertThat(table("docs/stores.md")).as(whole()).containsExactlyElementsOf(TABLE);
    }

    @Test
    void theReadmeHasThoseThatMatterMost() throws IOException {
        assertThat(table("README.md")).as(whole()).hasSizeGreaterThan(5).isSubsetOf(TABLE);
    }

    /** Transactions, upsert and the rest: whatever a store can say of itself but its name. */
    @Test
    void nothingIsLeftOut() {
        assertThat(TABLE).hasSize(Capabilities.class.getRecordComponents().length);
    }

    private static String whole() {
        return String.join("\n", TABLE);
    }

    /** The first line names the stores. */
    private static List<String> table(String page) throws IOException {
        List<String> lines =
                Files.readString(Path.of("..").resolve(page)).lines().toList();
        int first = lines.indexOf(TABLE.get(0));
        assertThat(first).as("a table with %s", TABLE.get(0)).isNotNegative();
        return lines.stream()
                .skip(first)
                .takeWhile(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| ---"))
                .toList();
    }

    private static Map<String, String> abilities(OrmClient<ControlPlane> client) {
        return StoreCard.of(client).abilities();
    }

    private static Map<String, String> sql(String url) {
        return abilities(FarmOrm.connect(new ControlPlane(), new DriverManagerDataSource(url)));
    }

    private static Map<String, String> redis() {
        RedisServers server = RedisServers.get();
        LettuceConnectionFactory connections = new LettuceConnectionFactory(server.host(), server.port());
        connections.afterPropertiesSet();
        connections.start();
        try {
            return abilities(FarmOrm.connect(new ControlPlane(), connections));
        } finally {
            connections.destroy();
        }
    }

    /** In process, whatever servers this run has. */
    private static Map<String, String> mongo() {
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            return abilities(FarmOrm.connect(new ControlPlane(), client, "abilities"));
        } finally {
            server.shutdownNow();
        }
    }
}
