package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Lives.PASS;
import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.reliability.Figures;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What holds when many do the same thing at the same moment. */
public abstract class ConcurrencyContract extends Contract<Samples> {

    private static final int THREADS = 64;
    private static final long SEED = 20261121;

    protected ConcurrencyContract() {
        super(new Samples());
    }

    /** Takes the figure down, and fails when it is not what was aimed at. */
    private void shows(String claim, String target, String figure) {
        Figures.about("Races", claim).target(target).on(fixture()).measured(figure, figure.equals(target));
        assertThat(figure).as(claim).isEqualTo(target);
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
        shows(
                "64 threads upsert one key: one record, every upsert counted, no error",
                "counts [64]",
                "counts " + orm.model(COUNTER).findValues(COUNTER.count));
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
        shows(
                "64 threads upsert one key with an empty update half: all get the same record",
                "1 id",
                ids.stream().distinct().count() + " id");
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
        shows(
                "16 threads add one 50 times: increments are exact",
                "counts [800]",
                "counts " + orm.model(COUNTER).findValues(COUNTER.count));
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
        shows(
                "64 threads take one of 20 guarded by a condition: exactly the limit is granted",
                "20 granted, left [0]",
                Collections.frequency(granted, true) + " granted, left "
                        + orm.model(COUNTER).findValues(COUNTER.count));
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
        shows(
                "of 64 creators of one unique key one wins, the others are told which key",
                "1 record, 63 refused",
                orm.model(DOCUMENT).count() + " record, " + refused + " refused");
    }

    @Test
    void createIfAbsentIsTrueOnce() throws Exception {
        List<Boolean> created = Together.run(
                THREADS, () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).createIfAbsent());
        shows(
                "createIfAbsent from 64 threads is true once",
                "true 1 times, 1 record",
                "true " + Collections.frequency(created, true) + " times, "
                        + orm.model(DOCUMENT).count() + " record");
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

    private record Content(List<Counted> counters, List<Titled> documents) {}

    private record Counted(String scope, String name, int count) {}

    private record Titled(String title, String text, long version) {}

    private Content content() {
        return new Content(
                orm.model(COUNTER).orderBy(COUNTER.id.asc()).findMany(Counted.class),
                orm.model(DOCUMENT).orderBy(DOCUMENT.id.asc()).findMany(Titled.class));
    }

    private static void anything(OrmClient<Samples> tx, Random random) {
        String key = "k" + random.nextInt(4);
        switch (random.nextInt(5)) {
            case 0 ->
                tx.model(COUNTER)
                        .where(COUNTER.key.is("s", key))
                        .upsert(u -> u.create().update(COUNTER.count.increment(1)));
            case 1 -> tx.model(COUNTER).where(COUNTER.key.is("s", key)).delete();
            case 2 -> tx.model(DOCUMENT).where(DOCUMENT.title.eq(key)).createIfAbsent();
            case 3 ->
                tx.model(DOCUMENT).where(DOCUMENT.title.eq(key)).update(DOCUMENT.text.set("t" + random.nextInt()));
            default -> tx.model(DOCUMENT).where(DOCUMENT.title.ne(key)).deleteMany();
        }
    }

    @Test
    void anExceptionAnywhereInATransactionLeavesTheContentAsItWas() {
        if (!capabilities().supportsTransactions()) {
            failure(OrmErrorCode.UNSUPPORTED, () -> orm.transaction(tx -> 0));
            return;
        }
        Random random = new Random(SEED);
        int rounds = Figures.longRun() ? 2_000 : 100;
        int unchanged = 0;
        for (int round = 0; round < rounds; round++) {
            anything(orm, random);
            Content before = content();
            Throwable thrown = catchThrowable(() -> orm.transaction(tx -> {
                for (int calls = random.nextInt(6); calls >= 0; calls--) {
                    anything(tx, random);
                }
                throw new IllegalStateException("on purpose");
            }));
            assertThat(thrown).hasMessage("on purpose");
            unchanged += content().equals(before) ? 1 : 0;
        }
        Figures.about("Transactions", "an exception after random calls in a transaction leaves the content as it was")
                .target(rounds + " of " + rounds + " times")
                .on(fixture())
                .seed(SEED)
                .measured(unchanged + " of " + rounds + " times", unchanged == rounds);
        assertThat(unchanged).isEqualTo(rounds);
    }
}
