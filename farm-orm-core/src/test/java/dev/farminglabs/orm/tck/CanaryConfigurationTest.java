package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figure;
import dev.farminglabs.orm.reliability.Figures;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Passwords and addresses of a store turn up in no message of the library, not even when the login is refused. */
class CanaryConfigurationTest {

    /** As many as there are tests here. */
    private static final int WAYS = 7;

    /** Each costs several attempts to connect. */
    private static final int SECRETS = 5;

    private static void use(Canary canary, Object store) {
        Throwable thrown = catchThrowable(() ->
                FarmOrm.client(new Samples(), store).connect().model(SAMPLE).count());
        assertThat(OrmError.in(thrown)).isPresent();
        canary.hear(thrown);
        canary.hear(FarmOrm.client(new Samples(), store));
        canary.hear(FarmOrm.inspect(store));
        canary.hear(catchThrowable(
                () -> FarmOrm.client(new Samples(), store).setup().push()));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setConnectionTimeout(300);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** One kind of failing to reach a store, with each secret in turn: nothing that depends on its text may let it out. */
    private void silent(Trial trial) throws Exception {
        Figures.about(Claim.CONFIGURATION)
                .on("PostgreSQL, MariaDB, H2, MongoDB and Redis", Figure.Kind.REAL)
                .each(WAYS, "ways to fail", () -> {
                    try (Canary canary = new Canary()) {
                        for (String secret : canary.secrets().subList(0, SECRETS)) {
                            trial.run(canary, secret);
                        }
                        canary.assertSilent();
                    }
                });
    }

    /** Fails to reach a store. */
    private interface Trial {
        void run(Canary canary, String secret) throws Exception;
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void ofAnAddressNobodyAnswersAt(String product) throws Exception {
        silent((canary, secret) -> {
            String url = "jdbc:" + product + "://127.0.0.1:" + closedPort() + "/" + secret + "?user=" + secret
                    + "&password=" + secret;
            try (HikariDataSource pool = pool(url)) {
                use(canary, pool);
            }
        });
    }

    @Test
    void ofALoginThatIsRefused() throws Exception {
        silent((canary, secret) -> {
            String database = "jdbc:h2:mem:" + secret + ";DB_CLOSE_DELAY=-1;USER=" + secret + ";PASSWORD=";
            FarmOrm.pushSchema(new Samples(), new DriverManagerDataSource(database + "right"));
            use(canary, new DriverManagerDataSource(database + secret));
        });
    }

    @Test
    void ofADatabaseThatIsNotThere() throws Exception {
        silent((canary, secret) -> {
            try (HikariDataSource pool = pool(MariaDbServer.get().address(secret))) {
                use(canary, pool);
            }
        });
    }

    @Test
    void ofAMongoDbNobodyAnswersAt() throws Exception {
        silent((canary, secret) -> {
            String url = "mongodb://" + secret + ":" + secret + "@127.0.0.1:" + closedPort() + "/" + secret
                    + "?serverSelectionTimeoutMS=200&authSource=" + secret;
            try (MongoClient client = MongoClients.create(url)) {
                use(canary, new SimpleMongoClientDatabaseFactory(client, secret));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofARedisServer(boolean lettuce) throws Exception {
        silent((canary, secret) -> {
            for (int port : new int[] {closedPort(), RedisServers.get().port()}) {
                RedisStandaloneConfiguration server = new RedisStandaloneConfiguration("127.0.0.1", port);
                server.setUsername(secret); // or else a server without a password takes any
                server.setPassword(RedisPassword.of(secret));
                if (lettuce) {
                    lettuce(canary, server);
                } else {
                    jedis(canary, server);
                }
            }
        });
    }

    private static void lettuce(Canary canary, RedisStandaloneConfiguration server) {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(
                server,
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(1))
                        .shutdownTimeout(Duration.ZERO)
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        use(canary, factory);
        factory.destroy();
    }

    private static void jedis(Canary canary, RedisStandaloneConfiguration server) {
        JedisConnectionFactory factory = new JedisConnectionFactory(
                server,
                JedisClientConfiguration.builder()
                        .connectTimeout(Duration.ofSeconds(1))
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        use(canary, factory);
        factory.destroy();
    }
}
