package dev.farminglabs.orm.driver.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.farminglabs.orm.sql.ddl.DdlDialect;
import dev.farminglabs.orm.tck.MariaDbServer;
import dev.farminglabs.orm.tck.SqliteFixture;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** A new and empty database, and pools of one connection to it. */
record SetupDatabase(DdlDialect dialect, String url) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static SetupDatabase h2() {
        return new SetupDatabase(DdlDialect.H2, "jdbc:h2:mem:setup" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    static SetupDatabase sqlite() {
        return new SetupDatabase(DdlDialect.SQLITE, SqliteFixture.url());
    }

    static SetupDatabase postgresql() {
        String name = "setup" + NUMBER.incrementAndGet();
        new JdbcTemplate(Server.POSTGRES.getPostgresDatabase()).execute("create database " + name);
        return new SetupDatabase(DdlDialect.POSTGRESQL, Server.POSTGRES.getJdbcUrl("postgres", name));
    }

    static SetupDatabase mariaDb() {
        return new SetupDatabase(DdlDialect.MARIADB, MariaDbServer.database("setup" + NUMBER.incrementAndGet()));
    }

    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(20_000);
        return new HikariDataSource(config);
    }

    /** Started by the first test that needs it, once. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
