package dev.farminglabs.benchmarks.mongo;

import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Variable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The driver by hand: one command for each piece of work, and documents by name. */
final class DriverWork implements Work {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final Clock CLOCK = Clock.systemUTC();

    private final MongoCollection<Document> accounts;
    private final MongoCollection<Document> teams;
    private final MongoCollection<Document> quotas;
    private final MongoCollection<Document> visits;
    private final MongoCollection<Document> cache;

    DriverWork(Place place) {
        MongoDatabase database = place.client().getDatabase(Place.DATABASE);
        this.accounts = database.getCollection("accounts");
        this.teams = database.getCollection("teams");
        this.quotas = database.getCollection("quotas");
        this.visits = database.getCollection("visits");
        this.cache = database.getCollection("cache_entries");
    }

    @Override
    public void create(NewVisit visit) {
        visits.insertOne(new Document("_id", UUID.randomUUID().toString())
                .append("path", visit.path())
                .append("visitor", visit.visitor())
                .append("created_at", Date.from(CLOCK.instant())));
    }

    @Override
    public boolean update(String id, String name) {
        return accounts.updateOne(eq(id), set("name", name)).getMatchedCount() == 1;
    }

    @Override
    public boolean guardedUpdate(String holder) {
        return quotas.updateOne(and(eq("holder", holder), gt("remaining", 0)), inc("remaining", -1))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void upsert(Cached entry) {
        Bson change = combine(
                set("value", new Document(entry.value())),
                set("updated_at", Date.from(entry.updatedAt())),
                setOnInsert("_id", UUID.randomUUID().toString()));
        cache.updateOne(eq("key", entry.key()), change, UPSERT);
    }

    @Override
    public boolean delete(String id) {
        return visits.deleteOne(eq(id)).getDeletedCount() == 1;
    }

    @Override
    public Optional<Card> findUnique(String slug) {
        Document found = teams.find(eq("slug", slug))
                .projection(include("slug", "name", "plan"))
                .first();
        return Optional.ofNullable(found)
                .map(team -> new Card(
                        team.getString("_id"), team.getString("slug"), team.getString("name"), team.getString("plan")));
    }

    @Override
    public List<Person> findMany(String cohort) {
        List<Person> people = new ArrayList<>();
        for (Document account : accounts.find(eq("cohort", cohort))
                .sort(ascending("email"))
                .projection(include("email", "name", "created_at"))) {
            people.add(new Person(
                    account.getString("_id"),
                    account.getString("email"),
                    account.getString("name"),
                    account.getDate("created_at").toInstant()));
        }
        return people;
    }

    @Override
    public Optional<Dashboard> dashboard(String slug) {
        Document found = teams.aggregate(List.of(
                        match(eq("slug", slug)),
                        lookup(
                                "members",
                                List.of(new Variable<>("team", "$_id")),
                                List.of(
                                        match(expr(same("$team_id", "$$team"))),
                                        sort(ascending("rank")),
                                        lookup(
                                                "accounts",
                                                List.of(new Variable<>("account", "$account_id")),
                                                List.of(
                                                        match(expr(same("$_id", "$$account"))),
                                                        project(include("email", "name"))),
                                                "accounts"),
                                        project(include("role", "accounts"))),
                                "members"),
                        lookup(
                                "invoices",
                                List.of(new Variable<>("team", "$_id")),
                                List.of(
                                        match(expr(same("$team_id", "$$team"))),
                                        sort(ascending("number")),
                                        project(include("number", "status"))),
                                "invoices"),
                        project(include("slug", "name", "members", "invoices"))))
                .first();
        return Optional.ofNullable(found).map(DriverWork::dashboard);
    }

    private static Document same(String field, String variable) {
        return new Document("$eq", List.of(field, variable));
    }

    private static Dashboard dashboard(Document team) {
        return new Dashboard(
                team.getString("_id"),
                team.getString("slug"),
                team.getString("name"),
                team.getList("members", Document.class).stream()
                        .map(DriverWork::membership)
                        .toList(),
                team.getList("invoices", Document.class).stream()
                        .map(invoice -> new Billing(invoice.getString("number"), invoice.getString("status")))
                        .toList());
    }

    private static Membership membership(Document member) {
        Document account = member.getList("accounts", Document.class).get(0);
        return new Membership(
                member.getString("role"),
                new Contact(account.getString("_id"), account.getString("email"), account.getString("name")));
    }
}
