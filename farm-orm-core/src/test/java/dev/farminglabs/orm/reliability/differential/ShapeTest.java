package dev.farminglabs.orm.reliability.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.MariaDbFixture;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import dev.farminglabs.orm.tck.SqliteFixture;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A call made with other values is sent in the same words: no value ever becomes part of a statement or a script, an operator, or
 * the name of anything.
 */
class ShapeTest {

    /** Pairs that once differed, which every run tries first. */
    private static final List<Long> KEPT = List.of(1795283837951000147L);

    static List<Named<Supplier<Watched>>> stores() {
        return Stream.<Named<Supplier<Watched>>>of(
                        Named.of("h2", () -> new Sent(new H2Fixture())),
                        Named.of("sqlite", () -> new Sent(new SqliteFixture())),
                        Named.of("postgresql", () -> new Sent(new PostgreSqlFixture())),
                        Named.of("mariadb", () -> new Sent(new MariaDbFixture())),
                        Named.of("mongodb", SentToMongo::new),
                        Named.of("redis", SentToRedis::new))
                .filter(store -> Runs.on(store.getName()))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("stores")
    void otherValuesAreSentInTheSameWords(Supplier<Watched> store) {
        AtomicLong compared = new AtomicLong();
        try (Watched sent = store.get()) {
            Differential differential =
                    new Differential(sent.store(), sent.fixture().checksReferencesRecordByRecord(), sent.standIn());
            StoreCalls calls = new StoreCalls(differential.orm(), differential.clock());
            Figures figures = Figures.about(Claim.SHAPES).on(sent.fixture());
            KEPT.forEach(seed -> same(differential, calls, sent, seed));
            long pairs = Runs.seeds(Runs.OPERATIONS / 40, Runs.Share.SHAPES, " pairs of calls", figures, seed -> {
                compared.addAndGet(same(differential, calls, sent, seed) ? 1 : 0);
            });
            assertThat(compared.get()).as("pairs where both are sent").isGreaterThanOrEqualTo(pairs / 3);
        }
    }

    /** Compares what is sent on an empty store, where both calls answer; one that is refused is not sent as far. */
    private static boolean same(Differential differential, StoreCalls calls, Watched sent, long seed) {
        Call one = ProgramMaker.of(seed, 1, differential.limits(), Differential.START)
                .single();
        Call other = ProgramMaker.of(seed, 2, differential.limits(), Differential.START)
                .single();
        Answer[] answers = new Answer[2];
        differential.clear();
        List<String> first = sent.of(() -> answers[0] = calls.answer(one));
        differential.clear();
        List<String> second = sent.of(() -> answers[1] = calls.answer(other));
        if (answers[0].code() != null || answers[1].code() != null) {
            return false;
        }
        if (sent.plansByValues(one)) {
            return false;
        }
        assertThat(second)
                .as(JavaText.call("orm", one) + "\n" + JavaText.call("orm", other))
                .isEqualTo(first);
        return true;
    }
}
