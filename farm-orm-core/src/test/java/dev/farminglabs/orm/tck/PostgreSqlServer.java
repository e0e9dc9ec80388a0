package dev.farminglabs.orm.tck;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of this JVM, found in this order: an address from the environment, a container engine, a binary from
 * Maven Central that is started here and stopped with the JVM.
 *
 * @param url     the address, with the user and password where it needs them
 * @param origin  where it is from
 * @param version such as {@code 18.3}
 */
public record PostgreSqlServer(String url, String origin, String version) {

    static final String VARIABLE = "FARM_ORM_TEST_POSTGRESQL";
    static final String IMAGE = "postgres:18";

    private static final PostgreSqlServer SERVER = find();

    static PostgreSqlServer get() {
        return SERVER;
    }

    /** The address of a new empty schema. */
    public static String schema(String name) {
        SERVER.execute("create schema " + name);
        return SERVER.url() + (SERVER.url().contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    private static PostgreSqlServer find() {
        return fromEnvironment().or(PostgreSqlServer::fromContainerEngine).orElseGet(PostgreSqlServer::fromBinary);
    }

    private static Optional<PostgreSqlServer> fromEnvironment() {
        @Nullable String url = System.getenv(VARIABLE);
        return url == null || url.isBlank() ? Optional.empty() : Optional.of(at(url, VARIABLE));
    }

    private static Optional<PostgreSqlServer> fromContainerEngine() {
        if (!ContainerEngine.answers()) {
            return Optional.empty();
        }
        PostgreSQLContainer container = ContainerEngine.start(
                new PostgreSQLContainer(IMAGE).withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200"));
        String settings = container.getJdbcUrl().contains("?") ? "&" : "?";
        String url = container.getJdbcUrl() + settings + "user=" + container.getUsername() + "&password="
                + container.getPassword();
        return Optional.of(at(url, "container " + IMAGE));
    }

    private static PostgreSqlServer fromBinary() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return at(server.getJdbcUrl("postgres", "postgres"), "Maven Central binary");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgreSqlServer at(String url, String origin) {
        try (Connection connection = DriverManager.getConnection(url)) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            return new PostgreSqlServer(url, origin, version.split(" ")[0]);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL from " + origin + " cannot be reached", e);
        }
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
