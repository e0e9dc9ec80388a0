package dev.farminglabs.orm.reliability.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figure.Outcome;
import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StorePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every store answers random programs as the reference model does: each answer, each error code, and what is stored afterwards.
 * The seeds that once failed come first; see {@link Runs} for the others.
 */
class DifferentialTest {

    private static final int FAILURES = Integer.getInteger("reliability.failures", 3);

    static List<TestedStore> stores() {
        return Runs.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aStoreAnswersAsTheModelDoes(TestedStore store) {
        List<String> failures = new ArrayList<>();
        StoreFixture fixture = store.fixture().get();
        try (StorePlace place = fixture.open()) {
            Differential differential =
                    new Differential(place.store(), fixture.checksReferencesRecordByRecord(), store.standIn());
            for (long seed : KeptSeeds.all()) {
                check(differential, store, seed).ifPresent(failures::add);
            }
            long deadline = Runs.Share.ANSWERS.deadline();
            for (long seed = Runs.SEED; differential.calls() < Runs.OPERATIONS && failures.size() < FAILURES; seed++) {
                if (System.nanoTime() > deadline) {
                    break;
                }
                check(differential, store, seed).ifPresent(failures::add);
            }
            place.assertQuiet();
            takeDown(fixture, differential.calls(), failures.size());
        }
        assertThat(failures)
                .as("add the seeds to kept-seeds.txt, and these to the tests of the topics they are about")
                .isEmpty();
    }

    private static void takeDown(StoreFixture fixture, long calls, int failures) {
        Outcome whole = calls < Runs.OPERATIONS ? Outcome.CUT_SHORT : Outcome.REACHED;
        Figures.about(Claim.ANSWERS)
                .target(Runs.number(Runs.OPERATIONS) + " operations, 0 programs that differ")
                .on(fixture)
                .seed(Runs.SEED)
                .measured(
                        Runs.number(calls) + " operations, " + failures + " programs that differ",
                        failures > 0 ? Outcome.MISSED : whole);
    }

    /** The smallest program that fails as the seed's does; empty when that one does not fail. */
    private static Optional<String> check(Differential differential, TestedStore store, long seed) {
        List<Call> program =
                ProgramMaker.of(seed, differential.limits(), Differential.START).program();
        if (differential.run(program) == null) {
            return Optional.empty();
        }
        List<Call> small = new Shrinker(some -> differential.run(some) != null).shrink(program);
        Differential.Mismatch mismatch = differential.run(small);
        return Optional.of(
                mismatch == null
                        ? "\n    seed " + seed + " does not fail the same way twice"
                        : JavaText.test(seed, store.name(), small, mismatch));
    }
}
