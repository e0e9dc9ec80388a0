package dev.farminglabs.orm.reliability.differential;

import static org.assertj.core.api.Assertions.fail;

import dev.farminglabs.orm.tck.StorePlace;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every store answers random programs as the reference model does: each answer, each error code, and what is stored afterwards.
 * The seeds that once failed come first. {@code -Dreliability.seed} and {@code -Dreliability.operations} say others.
 */
class DifferentialTest {

    private static final long SEED = Long.getLong("reliability.seed", 20_260_301L);
    private static final long OPERATIONS = Long.getLong("reliability.operations", 20_000L);

    static List<TestedStore> stores() {
        return TestedStore.ALL;
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aStoreAnswersAsTheModelDoes(TestedStore store) {
        try (StorePlace place = store.fixture().get().open()) {
            Differential differential = new Differential(place.store(), store.standIn());
            KeptSeeds.all().forEach(seed -> check(differential, store, seed));
            for (long seed = SEED; differential.calls() < OPERATIONS; seed++) {
                check(differential, store, seed);
            }
            place.assertQuiet();
        }
    }

    private static void check(Differential differential, TestedStore store, long seed) {
        List<Call> program =
                ProgramMaker.of(seed, differential.limits(), Differential.START).program();
        if (differential.run(program) == null) {
            return;
        }
        List<Call> small = new Shrinker(some -> differential.run(some) != null).shrink(program);
        Differential.Mismatch mismatch = differential.run(small);
        fail("Add the seed to kept-seeds.txt, and this to the test of the topic it is about:\n"
                + (mismatch == null
                        ? "    (not the same twice: seed " + seed + ")"
                        : JavaText.test(seed, store.name(), small, mismatch)));
    }
}
