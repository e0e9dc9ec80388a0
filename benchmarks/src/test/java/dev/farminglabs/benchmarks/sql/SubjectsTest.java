package dev.farminglabs.benchmarks.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.farminglabs.benchmarks.report.Servers;
import dev.farminglabs.benchmarks.sql.Work.Cached;
import dev.farminglabs.benchmarks.sql.Work.Dashboard;
import dev.farminglabs.benchmarks.sql.Work.NewEvent;
import dev.farminglabs.benchmarks.sql.Work.Onboarding;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every subject's answers are those of hand-written JDBC, and what it leaves in the tables is the same. */
class SubjectsTest {

    private static Servers servers;

    @BeforeAll
    static void start() {
        servers = new SqlSuite().start();
        servers.properties().forEach(System::setProperty);
    }

    @AfterAll
    static void stop() {
        servers.properties().keySet().forEach(System::clearProperty);
        servers.close();
    }

    @TestFactory
    Stream<DynamicNode> everySubjectDoesTheSame() {
        return new SqlSuite()
                .stores().stream()
                        .map(store -> dynamicContainer(
                                store,
                                Stream.of(Subject.values())
                                        .map(subject -> dynamicTest(subject.name(), () -> compare(store, subject)))));
    }

    private static void compare(String store, Subject subject) throws Exception {
        try (Database database = Database.open(store);
                Work work = subject.on(database)) {
            Work baseline = Subject.JDBC.on(database);
            reads(work, baseline);
            Stored stored = new Stored(database.dataSource());
            assertThat(writes(work, stored)).isEqualTo(writes(baseline, stored));
        }
    }

    private static void reads(Work work, Work baseline) {
        assertThat(work.findUnique(Seed.slug(7))).isPresent().isEqualTo(baseline.findUnique(Seed.slug(7)));
        assertThat(work.findUnique("nobody")).isEmpty();
        assertThat(work.dashboard(Seed.slug(7))).isEqualTo(baseline.dashboard(Seed.slug(7)));
        assertThat(work.dashboard("nobody")).isEmpty();
        List<Dashboard> dashboards = work.dashboards(Seed.region(1));
        assertThat(dashboards).hasSize(50).isEqualTo(baseline.dashboards(Seed.region(1)));
        assertThat(dashboards.get(0).memberships()).hasSize(20);
        assertThat(dashboards.get(0).subscriptions()).hasSize(3);
        assertThat(work.findMany(Seed.cohort(3))).hasSize(100).isEqualTo(baseline.findMany(Seed.cohort(3)));
    }

    private static List<String> writes(Work work, Stored stored) throws Exception {
        Seed.cleanUp(stored.dataSource());
        work.upsert(new Cached(Seed.NAMESPACE, "fresh", Map.of("views", 1)));
        work.upsert(new Cached(Seed.NAMESPACE, "fresh", Map.of("views", 2)));
        work.create(event(0));
        work.createMany(Stream.iterate(1, at -> at + 1)
                .limit(1000)
                .map(SubjectsTest::event)
                .toList());
        work.transaction(new Onboarding(Seed.NEW + "one@example.org", "One", Seed.NEW + "one"));
        List<String> rows = stored.rows();
        assertThat(rows).hasSize(1 + 1001 + 3);
        return rows;
    }

    private static NewEvent event(int number) {
        return new NewEvent("test", "done-" + number, Map.of("number", number));
    }
}
