package dev.farminglabs.orm.reliability.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import dev.farminglabs.orm.tck.SqliteFixture;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StorePlace;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call made with other values is sent as the same text: no value ever becomes part of a statement. */
class ShapeTest {

    static List<StoreFixture> stores() {
        return List.of(new H2Fixture(), new SqliteFixture(), new PostgreSqlFixture());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void otherValuesAreSentInTheSameWords(StoreFixture fixture) {
        Sent sent = new Sent();
        int pairs = Math.toIntExact(Runs.operations() / 40);
        int compared = 0;
        try (StorePlace place = fixture.open()) {
            Differential differential = new Differential(
                    sent.watched((DataSource) place.store()), fixture.checksReferencesRecordByRecord(), false);
            StoreCalls calls = new StoreCalls(differential.orm(), differential.clock());
            for (long seed = Runs.seed(); seed < Runs.seed() + pairs; seed++) {
                Call one = ProgramMaker.of(seed, 1, differential.limits(), Differential.START)
                        .single();
                Call other = ProgramMaker.of(seed, 2, differential.limits(), Differential.START)
                        .single();
                compared += same(differential, calls, sent, one, other) ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(pairs / 3);
        Figures.about("Random programs", "Statements of calls that differ in values are the same text")
                .target("every pair")
                .on(fixture)
                .seed(Runs.seed())
                .measured(compared + " pairs", true);
    }

    /** Compares what is sent on an empty store, where both calls answer; one that is refused is not sent as far. */
    private static boolean same(Differential differential, StoreCalls calls, Sent sent, Call one, Call other) {
        Answer[] answers = new Answer[2];
        differential.clear();
        List<String> first = sent.of(() -> answers[0] = calls.answer(one));
        differential.clear();
        List<String> second = sent.of(() -> answers[1] = calls.answer(other));
        if (answers[0].code() != null || answers[1].code() != null) {
            return false;
        }
        assertThat(second)
                .as(JavaText.call("orm", one) + "\n" + JavaText.call("orm", other))
                .isEqualTo(first);
        return true;
    }
}
