package dev.farminglabs.benchmarks.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.farminglabs.orm.FarmOrm;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A database with the suite's tables and records.
 *
 * @param store      which one
 * @param dataSource a pool of connections to it
 */
record Database(String store, DataSource dataSource) implements AutoCloseable {

    static final String POSTGRESQL = "postgresql";
    static final String H2 = "h2";

    /** The system property with the address of the PostgreSQL server. */
    static final String URL = "farm.orm.benchmarks.postgresql";

    /** Connects. H2 lives in this process and is filled now; PostgreSQL was filled when its server was started. */
    static Database open(String store) {
        if (store.equals(POSTGRESQL)) {
            return new Database(store, pool(System.getProperty(URL)));
        }
        Database database = new Database(
                store,
                pool("jdbc:h2:mem:" + UUID.randomUUID()
                        + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"));
        database.fill();
        return database;
    }

    /** Connects to a PostgreSQL server and fills it. */
    static void fill(String url) {
        try (Database database = new Database(POSTGRESQL, pool(url))) {
            database.fill();
        }
    }

    private void fill() {
        FarmOrm.pushSchema(new Platform(), dataSource);
        try {
            Seed.into(dataSource);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be filled", e);
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        return new HikariDataSource(config);
    }

    boolean isPostgres() {
        return store.equals(POSTGRESQL);
    }

    @Override
    public void close() {
        ((HikariDataSource) dataSource).close();
    }
}
