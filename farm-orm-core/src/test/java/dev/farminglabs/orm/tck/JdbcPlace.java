package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A place in an SQL database, behind a pool and an observer. */
public final class JdbcPlace implements StorePlace {

    /**
     * What the place needs of the database.
     *
     * @param busy  a query that gives a row for each lock held or transaction left open by the pool's connections
     * @param leave the statement that gives the place up
     * @param namespaceAway the statement that removes a namespace and what is in it, with {@code %s} for its name
     */
    public record Words(String busy, String leave, String namespaceAway) {

        /** Where a namespace goes in standard words. */
        public Words(String busy, String leave) {
            this(busy, leave, "drop schema \"%s\" cascade");
        }
    }

    /** Removes a namespace and what is in it. */
    public void removeNamespace(String name) {
        execute(words.namespaceAway().formatted(name));
    }

    private final HikariDataSource pool;
    private final ObservedDataSource observed;
    private final Words words;

    /** A place behind a pool of sixteen connections. */
    public JdbcPlace(String url, @Nullable String user, @Nullable String password, Words words) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(30_000);
        this.pool = new HikariDataSource(config);
        this.observed = new ObservedDataSource(pool);
        this.words = words;
    }

    @Override
    public Object store() {
        return observed.dataSource();
    }

    /** The counters and what is open. */
    public ObservedDataSource observed() {
        return observed;
    }

    @Override
    public void assertQuiet() {
        assertThat(observed.open())
                .as("connections, statements and result sets left open")
                .isEmpty();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                .as("connections out of the pool")
                .isZero();
        // the pool opens connections of its own accord, and one that is just being opened is seen at work
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(lines(words.busy()))
                        .as("locks held and transactions open")
                        .isEmpty());
    }

    /** The first column of a query, past the observer: for what a test must see without the product. */
    public List<String> lines(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (found.next()) {
                lines.add(found.getString(1));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public OptionalLong stored() {
        long rows = 0;
        try (Connection connection = pool.getConnection()) {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            List<String> tables = new ArrayList<>();
            try (ResultSet found =
                    connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
                while (found.next()) {
                    if (found.getString("TABLE_TYPE").endsWith("TABLE")
                            && !found.getString("TABLE_TYPE").startsWith("SYSTEM")) {
                        tables.add(found.getString("TABLE_NAME"));
                    }
                }
            }
            try (Statement statement = connection.createStatement()) {
                for (String table : tables) {
                    try (ResultSet count = statement.executeQuery("select count(*) from " + quote + table + quote)) {
                        count.next();
                        rows += count.getLong(1);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rows could not be counted", e);
        }
        return OptionalLong.of(rows);
    }

    /** Runs a statement past the observer, as another application would. */
    public void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            execute(words.leave());
        } finally {
            pool.close();
        }
    }
}
