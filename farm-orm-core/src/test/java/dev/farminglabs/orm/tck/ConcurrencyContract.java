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
import dev.farminglabs.orm.reliability.Claim;
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

    /** The test's figure has to be the target. */
    private void shows(Claim claim, String target, Figures.Measurement test) throws Exception {
        Figures.about(claim).target(target).on(fixture()).gives(test);
    }

    @Test
    void manyUpsertsOfOneKeyMakeOneRecord() throws Exception {
        shows(Claim.UPSERTS, "1 created, 63 updated, counts [64]", () -> {
            List<Outcome> outcomes = Together.run(
                    THREADS,
                    () -> orm.model(COUNTER)
                            .where(COUNTER.key.is("s", "n"))
                            .upsert(u -> u.create(COUNTER.count.set(1)).update(COUNTER.count.increment(1))));
            return Collections.frequency(outcomes, Outcome.CREATED) + " created, "
                    + Collections.frequency(outcomes, Outcome.UPDATED) + " updated, counts "
                    + orm.model(COUNTER).findValues(COUNTER.count);
        });
    }

    @Test
    void manyUpsertsWithAnEmptyUpdateHalfMakeOneRecord() throws Exception {
        record Id(String id) {}
        shows(Claim.EMPTY_UPSERTS, "1 id", () -> {
            List<Id> ids = Together.run(
                    THREADS,
                    () -> orm.model(COUNTER)
                            .where(COUNTER.key.is("s", "n"))
                            .upsert(Id.class, u -> u.create(COUNTER.count.set(1))));
            assertThat(orm.model(COUNTER).findValues(COUNTER.id)).hasSize(1).contains(ids.get(0).id);
            return ids.stream().distinct().count() + " id";
        });
    }

    @Test
    void incrementsAreExact() throws Exception {
        orm.model(COUNTER).create(COUNTER.scope.set("s"), COUNTER.name.set("n"));
        shows(Claim.INCREMENTS, "counts [800], down to [-2400]", () -> {
            Together.run(16, () -> {
                for (int i = 0; i < 50; i++) {
                    orm.model(COUNTER)
                            .where(COUNTER.key.is("s", "n"))
                            .update(COUNTER.count.increment(1), COUNTER.total.decrement(3L));
                }
                return 0;
            });
            return "counts " + orm.model(COUNTER).findValues(COUNTER.count) + ", down to "
                    + orm.model(COUNTER).findValues(COUNTER.total);
        });
    }

    @Test
    void aGuardedDecrementGrantsExactlyTheLimit() throws Exception {
        orm.model(COUNTER).create(COUNTER.scope.set("s"), COUNTER.name.set("n"), COUNTER.count.set(20));
        shows(Claim.GUARDED_DECREMENT, "20 granted, left [0]", () -> {
            List<Boolean> granted = Together.run(
                    THREADS,
                    () -> orm.model(COUNTER)
                            .where(COUNTER.key.is("s", "n"), COUNTER.count.gt(0))
                            .update(COUNTER.count.decrement(1)));
            return Collections.frequency(granted, true) + " granted, left "
                    + orm.model(COUNTER).findValues(COUNTER.count);
        });
    }

    @Test
    void ofManyCreatorsOneWins() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        shows(Claim.CREATORS, "1 record, 63 refused", () -> {
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
            return orm.model(DOCUMENT).count() + " record, " + refused + " refused";
        });
    }

    @Test
    void createIfAbsentIsTrueOnce() throws Exception {
        shows(Claim.CREATE_IF_ABSENT, "true 1 times, 1 record", () -> {
            List<Boolean> created = Together.run(
                    THREADS,
                    () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).createIfAbsent());
            return "true " + Collections.frequency(created, true) + " times, "
                    + orm.model(DOCUMENT).count() + " record";
        });
    }

    @Test
    void aConditionalUpsertIsAnExactRateLimiter() throws Exception {
        OrmClient<Lives> lives = open(new Lives(), "limits_");
        String round = "1 created, 9 updated, 54 refused, left [0]";
        shows(Claim.RATE_LIMITER, round + "; " + round, () -> {
            String first = window(lives);
            clock.advance(java.time.Duration.ofSeconds(60));
            return first + "; " + window(lives);
        });
    }

    private String window(OrmClient<Lives> lives) throws Exception {
        List<Outcome> outcomes = Together.run(
                THREADS,
                () -> lives.model(PASS)
                        .where(PASS.token.eq("bucket"))
                        .upsert(u -> u.create(
                                        PASS.uses.set(9),
                                        PASS.expiresAt.set(clock.instant().plusSeconds(60)))
                                .update(PASS.uses.decrement(1))
                                .when(PASS.uses.gt(0))));
        return Collections.frequency(outcomes, Outcome.CREATED) + " created, "
                + Collections.frequency(outcomes, Outcome.UPDATED) + " updated, "
                + Collections.frequency(outcomes, Outcome.REFUSED) + " refused, left "
                + lives.model(PASS).findValues(PASS.uses);
    }

    @Test
    void theFasterWriterWins() throws Exception {
        orm.model(DOCUMENT).create(DOCUMENT.title.set("t"));
        shows(Claim.FASTER_WRITER, "1 won, version [2]", () -> {
            List<Boolean> won = Together.run(
                    THREADS,
                    () -> orm.model(DOCUMENT)
                            .where(DOCUMENT.title.eq("t"), DOCUMENT.version.eq(1L))
                            .update(DOCUMENT.text.set("x")));
            return Collections.frequency(won, true) + " won, version "
                    + orm.model(DOCUMENT).findValues(DOCUMENT.version);
        });
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
    void anExceptionAnywhereInATransactionLeavesTheContentAsItWas() throws Exception {
        if (!capabilities().supportsTransactions()) {
            failure(OrmErrorCode.UNSUPPORTED, () -> orm.transaction(tx -> 0));
            return;
        }
        int rounds = Figures.longRun() ? 2_000 : 100;
        Figures.about(Claim.ROLLBACK)
                .target(rounds + " of " + rounds + " times")
                .on(fixture())
                .seed(SEED)
                .gives(() -> undone(rounds) + " of " + rounds + " times");
    }

    private int undone(int rounds) {
        Random random = new Random(SEED);
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
        return unchanged;
    }
}
