package dev.farminglabs.benchmarks.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.farminglabs.orm.FarmOrm;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/** What is in the database before the work begins. */
final class Seed {

    static final int COHORTS = 2;
    static final int IN_COHORT = 100;
    static final int TEAMS = 10;
    static final int QUOTAS = 50;
    static final int CACHED = 100;

    /** Visits that are there to be deleted. */
    static final int DOOMED = 4_000;

    static final String NEW = "new";

    private static final int MEMBERS = 20;
    private static final int INVOICES = 3;
    private static final Date SINCE = Date.from(Instant.parse("2026-01-01T00:00:00Z"));

    static void into(MongoClient client, String name) {
        MongoDatabase database = client.getDatabase(name);
        database.drop();
        FarmOrm.pushSchema(new Teams(), database);
        insert(
                database,
                "accounts",
                COHORTS * IN_COHORT,
                i -> new Document("_id", person(i))
                        .append("email", person(i) + "@example.org")
                        .append("name", "Somebody")
                        .append("cohort", "cohort-" + i % COHORTS)
                        .append("created_at", SINCE));
        insert(
                database,
                "teams",
                TEAMS,
                i -> new Document("_id", "team-" + i)
                        .append("slug", slug(i))
                        .append("name", "Team " + i)
                        .append("plan", "free"));
        insert(
                database,
                "members",
                TEAMS * MEMBERS,
                i -> new Document("_id", "member-" + i)
                        .append("team_id", "team-" + i / MEMBERS)
                        .append("account_id", person(i * 7 % (COHORTS * IN_COHORT)))
                        .append("role", i % MEMBERS == 0 ? "owner" : "member")
                        .append("rank", i % MEMBERS));
        insert(
                database,
                "invoices",
                TEAMS * INVOICES,
                i -> new Document("_id", "invoice-" + i)
                        .append("team_id", "team-" + i / INVOICES)
                        .append("number", String.format("no-%05d", i))
                        .append("status", "paid"));
        insert(
                database,
                "quotas",
                QUOTAS,
                i -> new Document("_id", "quota-" + i)
                        .append("holder", holder(i))
                        .append("remaining", Integer.MAX_VALUE));
        insert(
                database,
                "cache_entries",
                CACHED,
                i -> new Document("_id", "entry-" + i)
                        .append("key", key(i))
                        .append("value", new Document("views", 0))
                        .append("updated_at", SINCE));
    }

    /** Takes away what was made, and puts back what was deleted. */
    static void cleanUp(MongoDatabase database) {
        database.getCollection("visits").deleteMany(new Document());
        database.getCollection("cache_entries").deleteMany(Filters.regex("key", "^" + NEW));
        insert(
                database,
                "visits",
                DOOMED,
                i -> new Document("_id", doomed(i))
                        .append("path", "/")
                        .append("visitor", person(i))
                        .append("created_at", SINCE));
    }

    private static void insert(MongoDatabase database, String collection, int count, IntFunction<Document> one) {
        List<Document> all = IntStream.range(0, count).mapToObj(one).toList();
        database.getCollection(collection).insertMany(all);
    }

    static String person(int i) {
        return "account-" + i;
    }

    static String doomed(int i) {
        return "doomed-" + i;
    }

    static String slug(int i) {
        return "slug-" + i;
    }

    static String holder(int i) {
        return "holder-" + i;
    }

    static String key(int i) {
        return "key-" + i;
    }

    private Seed() {}
}
