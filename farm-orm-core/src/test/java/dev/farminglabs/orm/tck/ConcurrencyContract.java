package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Lives.PASS;
import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.error.OrmError;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What holds when many do the same thing at the same moment. */
public abstract class ConcurrencyContract extends Contract<Samples> {

    private static final int THREADS = 64;

    protected ConcurrencyContract() {
        super(new Samples());
    }

    @Test
    void manyUpsertsOfOneKeyMakeOneRecord() throws Exception {
        List<Outcome> outcomes = Together.run(
                THREADS,
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "n"))
                        .upsert(u -> u.create(COUNTER.count.set(1)).update(COUNTER.count.increment(1))));
        assertThat(Collections.frequency(outcomes, Outcome.CREATED)).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, Outcome.UPDATED)).isEqualTo(THREADS - 1);
        assertThat(orm.model(COUNTER).findValues(COUNTER.count)).containsExactly(THREADS);
    }

    @Test
    void manyUpsertsWithAnEmptyUpdateHalfMakeOneRecord() throws Exception {
        record Id(String id) {}
        List<Id> ids = Together.run(
                THREADS,
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "n"))
                        .upsert(Id.class, u -> u.create(COUNTER.count.set(1))));
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(orm.model(COUNTER).findValues(COUNTER.id))
                .containsExactly(ids.get(0).id());
    }

    @Test
    void incrementsAreExact() throws Exception {
        orm.model(COUNTER).create(COUNTER.scope.set("s"), COUNTER.name.set("n"));
        Together.run(16, () -> {
            for (int i = 0; i < 50; i++) {
                orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "n"))
                        .update(COUNTER.count.increment(1), COUNTER.total.decrement(3L));
            }
            return 0;
        });
        assertThat(orm.model(COUNTER).findValues(COUNTER.count)).containsExactly(800);
        assertThat(orm.model(COUNTER).findValues(COUNTER.total)).containsExactly(-2400L);
    }

    @Test
    void aGuardedDecrementGrantsExactlyTheLimit() throws Exception {
        orm.model(COUNTER).create(COUNTER.scope.set("s"), COUNTER.name.set("n"), COUNTER.count.set(20));
        List<Boolean> granted = Together.run(
                THREADS,
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "n"), COUNTER.count.gt(0))
                        .update(COUNTER.count.decrement(1)));
        assertThat(Collections.frequency(granted, true)).isEqualTo(20);
        assertThat(orm.model(COUNTER).findValues(COUNTER.count)).containsExactly(0);
    }

    @Test
    void ofManyCreatorsOneWins() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        Together.run(THREADS, () -> {
            try {
                orm.model(DOCUMENT).create(DOCUMENT.title.set("t"));
            } catch (DataAccessException e) {
                assertThat(OrmError.in(e).orElseThrow().violates(DOCUMENT.title))
                        .isTrue();
                refused.incrementAndGet();
            }
            return 0;
        });
        assertThat(refused).hasValue(THREADS - 1);
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(1);
    }

    @Test
    void createIfAbsentIsTrueOnce() throws Exception {
        List<Boolean> created = Together.run(
                THREADS, () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).createIfAbsent());
        assertThat(Collections.frequency(created, true)).isEqualTo(1);
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(1);
    }

    @Test
    void aConditionalUpsertIsAnExactRateLimiter() throws Exception {
        OrmClient<Lives> lives = open(new Lives(), "limits_");
        for (int round = 0; round < 2; round++) {
            List<Outcome> outcomes = Together.run(
                    THREADS,
                    () -> lives.model(PASS)
                            .where(PASS.token.eq("bucket"))
                            .upsert(u -> u.create(
                                            PASS.uses.set(9),
                                            PASS.expiresAt.set(clock.instant().plusSeconds(60)))
                                    .update(PASS.uses.decrement(1))
                                    .when(PASS.uses.gt(0))));
            assertThat(Collections.frequency(outcomes, Outcome.CREATED)).isEqualTo(1);
            assertThat(Collections.frequency(outcomes, Outcome.UPDATED)).isEqualTo(9);
            assertThat(Collections.frequency(outcomes, Outcome.REFUSED)).isEqualTo(THREADS - 10);
            assertThat(lives.model(PASS).findValues(PASS.uses)).containsExactly(0);
            clock.advance(java.time.Duration.ofSeconds(60));
        }
    }

    @Test
    void theFasterWriterWins() throws Exception {
        orm.model(DOCUMENT).create(DOCUMENT.title.set("t"));
        List<Boolean> won = Together.run(
                THREADS,
                () -> orm.model(DOCUMENT)
                        .where(DOCUMENT.title.eq("t"), DOCUMENT.version.eq(1L))
                        .update(DOCUMENT.text.set("x")));
        assertThat(Collections.frequency(won, true)).isEqualTo(1);
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.version)).containsExactly(2L);
    }
}
