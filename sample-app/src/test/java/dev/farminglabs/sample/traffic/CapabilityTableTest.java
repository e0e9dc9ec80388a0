package dev.farminglabs.sample.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.tck.MariaDbServer;
import dev.farminglabs.orm.tck.PostgreSqlServer;
import dev.farminglabs.sample.storage.ControlPlane;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import redis.embedded.RedisServer;

/** The README's table says what the stores say. */
class CapabilityTableTest {

    @Test
    void memory() throws IOException {
        assertThat(column("memory"))
                .isEqualTo(StoreCard.of(FarmOrm.inMemory(new ControlPlane())).abilities());
    }

    @Test
    void h2() throws IOException {
        EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .generateUniqueName(true)
                .build();
        try {
            assertThat(column("H2"))
                    .isEqualTo(StoreCard.of(FarmOrm.connect(new ControlPlane(), database))
                            .abilities());
        } finally {
            database.shutdown();
        }
    }

    @Test
    void postgres() throws IOException {
        assertThat(column("PostgreSQL")).isEqualTo(abilities(PostgreSqlServer.schema("abilities")));
    }

    @Test
    void mariadb() throws IOException {
        assertThat(column("MariaDB")).isEqualTo(abilities(MariaDbServer.database("abilities")));
    }

    @Test
    void sqlite() throws IOException {
        assertThat(column("SQLite")).isEqualTo(abilities("jdbc:sqlite::memory:?foreign_keys=on"));
    }

    private static Map<String, String> abilities(String url) {
        return StoreCard.of(FarmOrm.connect(new ControlPlane(), new DriverManagerDataSource(url)))
                .abilities();
    }

    @Test
    void redis() throws IOException {
        int port = freePort();
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", port);
        server.start();
        try {
            connections.afterPropertiesSet();
            connections.start();
            assertThat(column("Redis"))
                    .isEqualTo(StoreCard.of(FarmOrm.connect(new ControlPlane(), connections))
                            .abilities());
        } finally {
            connections.destroy();
            server.stop();
        }
    }

    @Test
    void mongo() throws IOException {
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            assertThat(column("MongoDB"))
                    .isEqualTo(StoreCard.of(FarmOrm.connect(new ControlPlane(), client, "abilities"))
                            .abilities());
        } finally {
            server.shutdownNow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, String> column(String store) throws IOException {
        List<String> table = Files.readString(Path.of("..", "README.md"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .toList();
        int position = List.of(cells(table.get(0))).indexOf(store);
        Map<String, String> column = new LinkedHashMap<>();
        table.stream().skip(2).map(CapabilityTableTest::cells).forEach(cells -> column.put(cells[0], cells[position]));
        return column;
    }

    private static String[] cells(String line) {
        return line.substring(2, line.length() - 2).split(" \\| ");
    }
}
