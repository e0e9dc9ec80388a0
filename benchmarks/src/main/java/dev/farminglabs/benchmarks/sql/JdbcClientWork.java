package dev.farminglabs.benchmarks.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's {@code JdbcClient}, and its template for batches. */
final class JdbcClientWork implements Work {

    private static final RowMapper<Card> CARD = (result, at) ->
            new Card(result.getString(1), result.getString(2), result.getString(3), result.getString(4));

    private static final RowMapper<Person> PERSON = (result, at) -> new Person(
            result.getString(1),
            result.getString(2),
            result.getString(3),
            result.getObject(4, OffsetDateTime.class).toInstant());

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final Texts texts;

    JdbcClientWork(Database database) {
        this.client = JdbcClient.create(database.dataSource());
        this.template = new JdbcTemplate(database.dataSource());
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        this.texts = Texts.of(database);
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        return client.sql(Texts.FIND_UNIQUE).param(slug).query(CARD).optional();
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        return findUnique(slug)
                .map(card -> dashboards(Texts.MEMBERS_OF_ONE, Texts.SUBSCRIPTIONS_OF_ONE, List.of(card))
                        .get(0));
    }

    @Override
    public List<Dashboard> dashboards(String region) {
        List<Card> cards =
                client.sql(Texts.FIND_REGION).param(region).query(CARD).list();
        return dashboards(
                Texts.in(Texts.MEMBERS_OF_MANY, cards.size()),
                Texts.in(Texts.SUBSCRIPTIONS_OF_MANY, cards.size()),
                cards);
    }

    private List<Dashboard> dashboards(String membersText, String subscriptionsText, List<Card> cards) {
        List<String> ids = cards.stream().map(Card::id).toList();
        Map<String, List<Member>> members = children(membersText, ids, JdbcClientWork::member);
        Map<String, List<Billing>> subscriptions =
                children(subscriptionsText, ids, result -> new Billing(result.getString(2), result.getString(3)));
        return cards.stream()
                .map(card -> new Dashboard(
                        card.id(),
                        card.slug(),
                        card.name(),
                        card.plan(),
                        members.getOrDefault(card.id(), List.of()),
                        subscriptions.getOrDefault(card.id(), List.of())))
                .toList();
    }

    private interface Row<T> {
        T of(ResultSet result) throws SQLException;
    }

    private <T> Map<String, List<T>> children(String text, List<String> ids, Row<T> row) {
        Map<String, List<T>> byParent = new HashMap<>();
        client.sql(text).params(ids).query(result -> {
            byParent.computeIfAbsent(result.getString(1), any -> new ArrayList<>())
                    .add(row.of(result));
        });
        return byParent;
    }

    private static Member member(ResultSet result) throws SQLException {
        return new Member(
                result.getString(2), new Contact(result.getString(3), result.getString(4), result.getString(5)));
    }

    @Override
    public void upsert(Cached entry) {
        client.sql(texts.upsert())
                .params(NewIds.id(), entry.namespace(), entry.key(), JsonText.of(entry.value()), NewIds.now())
                .update();
    }

    @Override
    public List<Person> findMany(String cohort) {
        return client.sql(Texts.FIND_MANY).param(cohort).query(PERSON).list();
    }

    private static Object[] values(NewEvent event) {
        return new Object[] {NewIds.id(), event.source(), event.action(), JsonText.of(event.payload()), NewIds.now()};
    }

    @Override
    public void create(NewEvent event) {
        client.sql(texts.newEvent()).params(values(event)).update();
    }

    @Override
    public void createMany(List<NewEvent> events) {
        transactions.executeWithoutResult(status -> template.batchUpdate(
                texts.newEvent(), events.stream().map(JdbcClientWork::values).toList()));
    }

    @Override
    public void transaction(Onboarding onboarding) {
        String user = NewIds.id();
        String workspace = NewIds.id();
        OffsetDateTime now = NewIds.now();
        transactions.executeWithoutResult(status -> {
            client.sql(Texts.NEW_USER)
                    .params(user, onboarding.email(), onboarding.name(), Texts.ELSEWHERE, now)
                    .update();
            client.sql(Texts.NEW_WORKSPACE)
                    .params(workspace, onboarding.slug(), onboarding.name(), "free", Texts.ELSEWHERE, now)
                    .update();
            client.sql(Texts.NEW_MEMBERSHIP)
                    .params(NewIds.id(), user, workspace, "owner", now)
                    .update();
        });
    }
}
