package dev.farminglabs.orm.reliability.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.tck.H2Fixture;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.PostgreSqlFixture;
import dev.farminglabs.orm.tck.SqliteFixture;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StorePlace;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call made with other values is sent as the same text: no value ever becomes part of a statement or of a command. */
class ShapeTest {

    private record Watched(StoreFixture fixture, Function<Sent, Function<StorePlace, Object>> store, boolean standIn) {
        @Override
        public String toString() {
            return fixture.name();
        }
    }

    static List<Watched> stores() {
        return List.of(
                sql(new H2Fixture()),
                sql(new SqliteFixture()),
                sql(new PostgreSqlFixture()),
                new Watched(new MongoFixture(), sent -> place -> sent.mongo(), !MongoFixture.real()));
    }

    private static Watched sql(StoreFixture fixture) {
        return new Watched(fixture, sent -> place -> sent.watched((DataSource) place.store()), false);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void otherValuesAreSentInTheSameWords(Watched watched) {
        Sent sent = new Sent();
        int pairs = Math.toIntExact(Runs.operations() / 40);
        int compared = 0;
        try (StorePlace place = watched.fixture().open()) {
            Object store = watched.store().apply(sent).apply(place);
            Differential differential =
                    new Differential(store, watched.fixture().checksReferencesRecordByRecord(), watched.standIn());
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
        Figures.about("Random programs", "Statements and commands of calls that differ in values are the same text")
                .target("every pair")
                .on(watched.fixture())
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
