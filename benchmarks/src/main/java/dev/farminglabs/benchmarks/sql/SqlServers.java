package dev.farminglabs.benchmarks.sql;

import dev.farminglabs.benchmarks.report.Servers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.Version;
import org.jooq.Constants;
import org.springframework.core.SpringVersion;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;

/** One PostgreSQL server with the suite's tables; H2 needs none. */
final class SqlServers implements Servers {

    private final EmbeddedPostgres server;

    private SqlServers(EmbeddedPostgres server) {
        this.server = server;
    }

    static SqlServers start() {
        try {
            SqlServers servers = new SqlServers(
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
            Database.fill(servers.url());
            servers.analyze();
            return servers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** As a database does by itself after a while. */
    private void analyze() {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(Database.URL, url());
    }

    @Override
    public List<String> versions() {
        return List.of(
                "PostgreSQL " + postgres() + " (embedded, fsync off)",
                "H2 " + org.h2.engine.Constants.VERSION,
                "Spring " + SpringVersion.getVersion(),
                "Spring Data JDBC " + JdbcAggregateTemplate.class.getPackage().getImplementationVersion(),
                "Hibernate " + Version.getVersionString(),
                "jOOQ " + Constants.FULL_VERSION);
    }

    private String postgres() {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
