package dev.farminglabs.orm.driver.mongo;

import static com.acme.platform.FastState.RATE_LIMIT_BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.platform.FastState;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.tck.MongoFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fifty keys and sixteen threads: no failure, one creation for each key, and no wrong counter. */
class MongoRacesTest {

    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static final int KEYS = 50;
    private static final int THREADS = 16;

    private final String database = "races_" + System.nanoTime();
    private final OrmClient<FastState> orm =
            FarmOrm.bootstrap(new FastState(), new MongoDriver(MongoFixture.client(), database));

    @AfterEach
    void drop() {
        MongoFixture.client().getDatabase(database).drop();
    }

    private static List<Outcome> together(Callable<List<Outcome>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Outcome> all = new ArrayList<>();
            for (Future<List<Outcome>> one : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                all.addAll(one.get(60, TimeUnit.SECONDS));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void upsertsCountRight() throws Exception {
        List<Outcome> outcomes = together(() -> {
            List<Outcome> mine = new ArrayList<>();
            for (int key = 0; key < KEYS; key++) {
                mine.add(orm.model(RATE_LIMIT_BUCKET)
                        .where(RATE_LIMIT_BUCKET.bucket.is("s", "k" + key))
                        .upsert(u -> u.create(RATE_LIMIT_BUCKET.remaining.set(1), RATE_LIMIT_BUCKET.resetAt.set(LATER))
                                .update(RATE_LIMIT_BUCKET.remaining.increment(1))));
            }
            return mine;
        });
        assertThat(Collections.frequency(outcomes, Outcome.CREATED)).isEqualTo(KEYS);
        assertThat(orm.model(RATE_LIMIT_BUCKET).findValues(RATE_LIMIT_BUCKET.remaining))
                .hasSize(KEYS)
                .containsOnly(THREADS);
    }

    @Test
    void conditionalUpsertsGrantExactlyTheLimit() throws Exception {
        int limit = 10;
        List<Outcome> outcomes = together(() -> {
            List<Outcome> mine = new ArrayList<>();
            for (int key = 0; key < KEYS; key++) {
                mine.add(orm.model(RATE_LIMIT_BUCKET)
                        .where(RATE_LIMIT_BUCKET.bucket.is("s", "k" + key))
                        .upsert(u -> u.create(
                                        RATE_LIMIT_BUCKET.remaining.set(limit - 1),
                                        RATE_LIMIT_BUCKET.resetAt.set(LATER))
                                .update(RATE_LIMIT_BUCKET.remaining.decrement(1))
                                .when(RATE_LIMIT_BUCKET.remaining.gt(0))));
            }
            return mine;
        });
        assertThat(Collections.frequency(outcomes, Outcome.CREATED)).isEqualTo(KEYS);
        assertThat(Collections.frequency(outcomes, Outcome.UPDATED)).isEqualTo(KEYS * (limit - 1));
        assertThat(Collections.frequency(outcomes, Outcome.REFUSED)).isEqualTo(KEYS * (THREADS - limit));
        assertThat(orm.model(RATE_LIMIT_BUCKET).findValues(RATE_LIMIT_BUCKET.remaining))
                .containsOnly(0);
    }
}
