package dev.farminglabs.benchmarks.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Hand-written JDBC: a statement for each step, batches for many. */
final class JdbcWork implements Work {

    private final DataSource dataSource;
    private final Texts texts;
    private final String newEvent;

    JdbcWork(Database database) {
        this.dataSource = database.dataSource();
        this.texts = Texts.of(database);
        this.newEvent = texts.newEvent();
    }

    private interface Step<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T connected(Step<T> step) {
        try (Connection connection = dataSource.getConnection()) {
            return step.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void allOrNone(Step<?> step) {
        connected(connection -> {
            connection.setAutoCommit(false);
            try {
                step.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
            return "";
        });
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text) {
                statement.setString(i + 1, text);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        return connected(connection -> card(connection, slug));
    }

    private static Optional<Card> card(Connection connection, String slug) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Texts.FIND_UNIQUE)) {
            statement.setString(1, slug);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(card(result)) : Optional.empty();
            }
        }
    }

    private static Card card(ResultSet result) throws SQLException {
        return new Card(result.getString(1), result.getString(2), result.getString(3), result.getString(4));
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        return connected(connection -> {
            Optional<Card> found = card(connection, slug);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            List<Card> cards = List.of(found.get());
            return Optional.of(dashboards(connection, Texts.MEMBERS_OF_ONE, Texts.SUBSCRIPTIONS_OF_ONE, cards)
                    .get(0));
        });
    }

    @Override
    public List<Dashboard> dashboards(String region) {
        return connected(connection -> {
            List<Card> cards = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(Texts.FIND_REGION)) {
                statement.setString(1, region);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        cards.add(card(result));
                    }
                }
            }
            String members = Texts.in(Texts.MEMBERS_OF_MANY, cards.size());
            return dashboards(connection, members, Texts.in(Texts.SUBSCRIPTIONS_OF_MANY, cards.size()), cards);
        });
    }

    private static List<Dashboard> dashboards(
            Connection connection, String membersText, String subscriptionsText, List<Card> cards) throws SQLException {
        Map<String, List<Member>> members = children(connection, membersText, cards, JdbcWork::member);
        Map<String, List<Billing>> subscriptions = children(
                connection, subscriptionsText, cards, result -> new Billing(result.getString(2), result.getString(3)));
        List<Dashboard> dashboards = new ArrayList<>(cards.size());
        for (Card card : cards) {
            dashboards.add(new Dashboard(
                    card.id(),
                    card.slug(),
                    card.name(),
                    card.plan(),
                    members.getOrDefault(card.id(), List.of()),
                    subscriptions.getOrDefault(card.id(), List.of())));
        }
        return dashboards;
    }

    private static Member member(ResultSet result) throws SQLException {
        return new Member(
                result.getString(2), new Contact(result.getString(3), result.getString(4), result.getString(5)));
    }

    private interface Row<T> {
        T of(ResultSet result) throws SQLException;
    }

    private static <T> Map<String, List<T>> children(Connection connection, String sql, List<Card> cards, Row<T> row)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < cards.size(); i++) {
                statement.setString(i + 1, cards.get(i).id());
            }
            try (ResultSet result = statement.executeQuery()) {
                Map<String, List<T>> byParent = new HashMap<>();
                while (result.next()) {
                    byParent.computeIfAbsent(result.getString(1), any -> new ArrayList<>())
                            .add(row.of(result));
                }
                return byParent;
            }
        }
    }

    @Override
    public void upsert(Cached entry) {
        connected(connection -> {
            insert(
                    connection,
                    texts.upsert(),
                    NewIds.id(),
                    entry.namespace(),
                    entry.key(),
                    JsonText.of(entry.value()),
                    NewIds.now());
            return "";
        });
    }

    @Override
    public List<Person> findMany(String cohort) {
        return connected(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(Texts.FIND_MANY)) {
                statement.setString(1, cohort);
                try (ResultSet result = statement.executeQuery()) {
                    List<Person> people = new ArrayList<>();
                    while (result.next()) {
                        people.add(person(result));
                    }
                    return people;
                }
            }
        });
    }

    private static Person person(ResultSet result) throws SQLException {
        return new Person(
                result.getString(1),
                result.getString(2),
                result.getString(3),
                result.getObject(4, OffsetDateTime.class).toInstant());
    }

    private static Object[] values(NewEvent event) {
        return new Object[] {NewIds.id(), event.source(), event.action(), JsonText.of(event.payload()), NewIds.now()};
    }

    @Override
    public void create(NewEvent event) {
        connected(connection -> {
            insert(connection, newEvent, values(event));
            return "";
        });
    }

    @Override
    public void createMany(List<NewEvent> events) {
        allOrNone(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(newEvent)) {
                for (NewEvent event : events) {
                    bind(statement, values(event));
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    @Override
    public void transaction(Onboarding onboarding) {
        String user = NewIds.id();
        String workspace = NewIds.id();
        OffsetDateTime now = NewIds.now();
        allOrNone(connection -> {
            insert(connection, Texts.NEW_USER, user, onboarding.email(), onboarding.name(), Texts.ELSEWHERE, now);
            insert(
                    connection,
                    Texts.NEW_WORKSPACE,
                    workspace,
                    onboarding.slug(),
                    onboarding.name(),
                    "free",
                    Texts.ELSEWHERE,
                    now);
            insert(connection, Texts.NEW_MEMBERSHIP, NewIds.id(), user, workspace, "owner", now);
            return "";
        });
    }
}
