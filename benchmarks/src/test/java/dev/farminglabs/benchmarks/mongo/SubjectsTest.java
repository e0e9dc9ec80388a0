package dev.farminglabs.benchmarks.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dev.farminglabs.benchmarks.mongo.Work.Cached;
import dev.farminglabs.benchmarks.mongo.Work.NewVisit;
import dev.farminglabs.benchmarks.report.Servers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every subject's answers are those of the driver by hand, and so are the documents it leaves. */
class SubjectsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static Servers servers;

    @BeforeAll
    static void start() {
        servers = new MongoSuite().start();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @ParameterizedTest
    @EnumSource
    void everySubjectDoesTheSame(Subject subject) {
        List<Object> expected = outcome(Subject.DRIVER);
        assertThat(outcome(subject)).isEqualTo(expected);
    }

    private static List<Object> outcome(Subject subject) {
        try (Place place = Place.fill(servers.properties().get(MongoServers.URL))) {
            place.cleanUp();
            List<Object> outcome = new ArrayList<>(answers(subject.on(place)));
            outcome.addAll(stored(place.client().getDatabase(Place.DATABASE)));
            return outcome;
        }
    }

    private static List<Object> answers(Work work) {
        assertThat(work.findMany("cohort-1")).hasSize(100);
        assertThat(work.dashboard(Seed.slug(7)).orElseThrow().members()).hasSize(20);
        assertThat(work.dashboard(Seed.slug(7)).orElseThrow().invoices()).hasSize(3);
        work.create(new NewVisit("/new", "somebody"));
        work.upsert(new Cached(Seed.NEW + "-entry", Map.of("views", 1), NOW));
        work.upsert(new Cached(Seed.NEW + "-entry", Map.of("views", 2), NOW));
        return List.of(
                work.update(Seed.person(1), "Renamed"),
                work.update("nobody", "Renamed"),
                work.guardedUpdate(Seed.holder(1)),
                work.guardedUpdate("nobody"),
                work.delete(Seed.doomed(1)),
                work.delete(Seed.doomed(1)),
                work.findUnique(Seed.slug(7)),
                work.findUnique("nothing"),
                work.findMany("cohort-1"),
                work.dashboard(Seed.slug(7)),
                work.dashboard("nothing"));
    }

    /** Without what is random or of the moment, and as text, in which a number is a number whatever its type. */
    private static List<String> stored(MongoDatabase database) {
        List<Document> stored = new ArrayList<>();
        database.getCollection("accounts").find(Filters.eq("name", "Renamed")).into(stored);
        database.getCollection("visits")
                .find(Filters.eq("path", "/new"))
                .projection(Projections.fields(Projections.include("path", "visitor"), Projections.excludeId()))
                .into(stored);
        database.getCollection("quotas")
                .find(Filters.eq("holder", Seed.holder(1)))
                .into(stored);
        database.getCollection("cache_entries")
                .find(Filters.eq("key", Seed.NEW + "-entry"))
                .projection(Projections.fields(Projections.include("value", "updated_at"), Projections.excludeId()))
                .into(stored);
        assertThat(stored).hasSize(4);
        return stored.stream().map(Document::toJson).toList();
    }
}
