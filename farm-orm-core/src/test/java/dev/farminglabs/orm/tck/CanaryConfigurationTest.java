package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.error.OrmError;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Passwords and addresses of a store turn up in no message of the library, not even when the login is refused. */
class CanaryConfigurationTest {

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

    @Test
    void ofAnAddressNobodyAnswersAt() throws IOException {
        try (Canary canary = new Canary()) {
            String secret = canary.secrets().get(0);
            String url = "jdbc:postgresql://127.0.0.1:" + closedPort() + "/" + secret + "?user=" + secret + "&password="
                    + secret;
            try (HikariDataSource pool = pool(url)) {
                use(canary, pool);
            }
            canary.assertSilent();
        }
    }

    @Test
    void ofALoginThatIsRefused() {
        try (Canary canary = new Canary()) {
            String secret = canary.secrets().get(0);
            String database = "jdbc:h2:mem:" + secret + ";DB_CLOSE_DELAY=-1;USER=" + secret + ";PASSWORD=";
            FarmOrm.pushSchema(new Samples(), new DriverManagerDataSource(database + "right"));
            use(canary, new DriverManagerDataSource(database + secret));
            canary.assertSilent();
        }
    }

    @Test
    void ofARedisServer() throws IOException {
        try (Canary canary = new Canary()) {
            String secret = canary.secrets().get(0);
            for (int port : new int[] {closedPort(), RedisServers.get().port()}) {
                RedisStandaloneConfiguration server = new RedisStandaloneConfiguration("127.0.0.1", port);
                server.setPassword(RedisPassword.of(secret));
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
            canary.assertSilent();
        }
    }
}
