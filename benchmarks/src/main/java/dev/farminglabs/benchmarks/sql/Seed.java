package dev.farminglabs.benchmarks.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** The records that are there before anything is measured; the same in each database. */
final class Seed {

    static final int WORKSPACES = 200;
    static final int REGIONS = 4;
    static final int COHORTS = 10;
    static final int CACHED = 1000;
    static final String NAMESPACE = "workspace-dashboard";

    /** How slugs and e-mail addresses of records begin that the work creates. */
    static final String NEW = "new-";

    private static final int USERS = 1000;
    private static final int MEMBERS = 20;
    private static final int SUBSCRIPTIONS = 3;

    private final Connection connection;

    private Seed(Connection connection) {
        this.connection = connection;
    }

    static String slug(int workspace) {
        return "workspace-" + workspace;
    }

    static String region(int region) {
        return "region-" + region;
    }

    static String cohort(int cohort) {
        return "cohort-" + cohort;
    }

    static String cacheKey(int entry) {
        return "entry-" + entry;
    }

    static void into(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Seed seed = new Seed(connection);
            seed.users();
            seed.workspaces();
            seed.memberships();
            seed.subscriptions();
            seed.cacheEntries();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Removes what the work created. */
    static void cleanUp(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate table events");
            statement.execute(
                    "delete from memberships where workspace_id in (select id from workspaces where slug like 'new-%')");
            statement.execute("delete from workspaces where slug like 'new-%'");
            statement.execute("delete from users where email like 'new-%'");
            statement.execute("delete from cache_entries where not \"key\" like 'entry-%'");
        }
    }

    private static String id(String what, int number) {
        return new UUID(what.hashCode() * 0x9E3779B97F4A7C15L, number * 0x9E3779B97F4A7C15L).toString();
    }

    /** Each record a second after the one before it. */
    private static OffsetDateTime time(int number) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number).atOffset(ZoneOffset.UTC);
    }

    private void users() throws SQLException {
        insert(
                "insert into users (id, email, name, cohort, created_at) values (?, ?, ?, ?, ?)",
                USERS,
                at -> new Object[] {
                    id("user", at), "person-" + at + "@example.org", "Person " + at, cohort(at % COHORTS), time(at)
                });
    }

    private void workspaces() throws SQLException {
        insert(
                "insert into workspaces (id, slug, name, plan, region, created_at) values (?, ?, ?, ?, ?, ?)",
                WORKSPACES,
                at -> new Object[] {
                    id("workspace", at), slug(at), "Workspace " + at, "pro", region(at % REGIONS), time(at)
                });
    }

    private void memberships() throws SQLException {
        insert(
                "insert into memberships (id, user_id, workspace_id, role, created_at) values (?, ?, ?, ?, ?)",
                WORKSPACES * MEMBERS,
                at -> new Object[] {
                    id("membership", at),
                    id("user", at % USERS),
                    id("workspace", at / MEMBERS),
                    at % MEMBERS == 0 ? "owner" : "member",
                    time(at)
                });
    }

    private void subscriptions() throws SQLException {
        insert(
                "insert into subscriptions (id, workspace_id, customer, status, created_at) values (?, ?, ?, ?, ?)",
                WORKSPACES * SUBSCRIPTIONS,
                at -> new Object[] {
                    id("subscription", at), id("workspace", at / SUBSCRIPTIONS), "customer-" + at, "active", time(at)
                });
    }

    private void cacheEntries() throws SQLException {
        String value = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "?::jsonb" : "?";
        insert(
                "insert into cache_entries (id, namespace, \"key\", \"value\", updated_at) values (?, ?, ?, " + value
                        + ", ?)",
                CACHED,
                at -> new Object[] {id("entry", at), NAMESPACE, cacheKey(at), "{\"views\":0}", time(at)});
    }

    /** The values of one record. */
    private interface Values {
        Object[] of(int number);
    }

    private void insert(String sql, int count, Values values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number = 0; number < count; number++) {
                Object[] row = values.of(number);
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
