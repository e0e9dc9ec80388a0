package dev.farminglabs.benchmarks.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every subject answers what was put in. */
class SubjectsTest {

    private static LocalRedis server;

    @BeforeAll
    static void start() {
        server = LocalRedis.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void everySubjectDoesTheSame(Subject subject) {
        int port = Integer.parseInt(server.properties().get(LocalRedis.PORT));
        RedisBenchmark.Place.empty(port);
        try (Work work = subject.on(port)) {
            sessions(work);
            cache(work);
            assertThat(work.consume("somebody")).isTrue();
            assertThat(work.consume("somebody")).isTrue();
            list(work);
        }
    }

    private static void sessions(Work work) {
        Work.Session first = Inputs.session(1);
        Work.Session second =
                new Work.Session(first.sessionToken(), "other", "workspace-2", Map.of("views", 2), first.expiresAt());
        assertThat(work.getSession("nobody")).isNull();
        for (Work.Session session : List.of(first, second)) {
            work.upsertSession(session);
            Work.Session found = Objects.requireNonNull(work.getSession(session.sessionToken()));
            assertThat(found)
                    .usingRecursiveComparison()
                    .withComparatorForType(Comparator.comparing(Instant::toEpochMilli), Instant.class)
                    .isEqualTo(session);
        }
    }

    private static void cache(Work work) {
        assertThat(work.getCache("nothing")).isNull();
        for (int views : new int[] {1, 2}) {
            work.upsertCache(Inputs.key(1), Inputs.value(views));
            assertThat(String.valueOf(
                            Objects.requireNonNull(work.getCache(Inputs.key(1))).get("views")))
                    .isEqualTo(String.valueOf(views));
        }
    }

    private static void list(Work work) {
        List<Work.Order> orders = new ArrayList<>();
        for (int i = 0; i < 3 * Inputs.CUSTOMERS; i++) {
            orders.add(Inputs.order(i));
        }
        orders.forEach(work::createOrder);
        String customer = orders.get(3).customer();
        assertThat(work.list(customer))
                .containsExactlyInAnyOrder(orders.stream()
                        .filter(order -> order.customer().equals(customer))
                        .toArray(Work.Order[]::new));
        assertThat(work.list("nobody")).isEmpty();
    }
}
