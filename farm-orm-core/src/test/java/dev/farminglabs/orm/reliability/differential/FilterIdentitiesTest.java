package dev.farminglabs.orm.reliability.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.reliability.differential.Call.Ask;
import dev.farminglabs.orm.reliability.differential.Call.Assign;
import dev.farminglabs.orm.reliability.differential.Call.Put;
import dev.farminglabs.orm.reliability.differential.Call.Shape;
import dev.farminglabs.orm.reliability.differential.Call.Sight;
import dev.farminglabs.orm.reliability.differential.Call.Sort;
import dev.farminglabs.orm.reliability.differential.Call.Verb;
import dev.farminglabs.orm.reliability.differential.Facts.ModelFacts;
import dev.farminglabs.orm.tck.StoreFixture;
import dev.farminglabs.orm.tck.StorePlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of any condition, whatever it says: asked of each store alone, without a model beside it. */
class FilterIdentitiesTest {

    private static final Sight EVERYTHING = new Sight(null, false);
    private static final Map<String, Class<? extends Record>> CARDS =
            Map.of("shop", Views.ShopCard.class, "item", Views.ItemCard.class, "link", Views.LinkCard.class);
    private static final Map<String, String> LOOSE = Map.of("shop", "spare", "item", "price", "link", "weight");

    static List<TestedStore> stores() {
        return Runs.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void everyConditionAgreesWithItself(TestedStore store) {
        StoreFixture fixture = store.fixture().get();
        try (StorePlace place = fixture.open()) {
            Differential differential =
                    new Differential(place.store(), fixture.checksReferencesRecordByRecord(), store.standIn());
            StoreCalls calls = new StoreCalls(differential.orm(), differential.clock());
            Figures figures = Figures.about(Claim.IDENTITIES).on(fixture);
            Runs.seeds(
                    Runs.OPERATIONS / 1_000,
                    Runs.Share.IDENTITIES,
                    " contents with 30 conditions each",
                    figures,
                    seed -> {
                        ProgramMaker maker = ProgramMaker.of(seed, differential.limits(), Differential.START);
                        differential.run(maker.program());
                        for (int i = 0; i < 10; i++) {
                            for (String model : List.of("shop", "item", "link")) {
                                hold(calls, Facts.model(model), maker, seed);
                            }
                        }
                    });
        }
    }

    private static void hold(StoreCalls store, ModelFacts model, ProgramMaker maker, long seed) {
        Where where = maker.condition(model);
        String what = "seed " + seed + ": " + JavaText.where(model.name(), where);
        List<Sort> byId = List.of(new Sort("id", false, null));
        Set<Object> met = new HashSet<>(list(store, model, where, Ask.ALL));
        Set<Object> notMet = new HashSet<>(list(store, model, new Where.Not(where), Ask.ALL));
        Set<Object> all = new HashSet<>(list(store, model, null, Ask.ALL));
        assertThat(Collections.disjoint(met, notMet)).as(what).isTrue();
        assertThat(met.size() + notMet.size()).as(what).isEqualTo(all.size());
        met.addAll(notMet);
        assertThat(met).as(what).isEqualTo(all);
        met.removeAll(notMet);
        assertThat(answer(store, model, where, Ask.ALL, Verb.count)).as(what).isEqualTo((long) met.size());
        List<Object> ordered = list(store, model, where, new Ask(byId, 0, null));
        assertThat(list(store, model, where, new Ask(byId, 0, 2)))
                .as(what)
                .isEqualTo(ordered.subList(0, Math.min(2, ordered.size())));
        List<Object> paged = new ArrayList<>();
        ((List<?>) answer(store, model, where, new Ask(byId, 0, null), Verb.findPage))
                .forEach(page -> paged.addAll((List<?>) page));
        assertThat(paged).as(what).isEqualTo(ordered);
        Where nobody = new Where.Compare("id", Where.Operator.ne, "nobody");
        Answer changed = store.answer(
                new Call.UpdateMany(EVERYTHING, model.name(), new Where.All(List.of(where, nobody)), loose(model)));
        assertThat(changed.value()).as(what).isEqualTo((long) ordered.size());
    }

    /** A change of a field that is in no key. */
    private static List<Assign> loose(ModelFacts model) {
        String field = LOOSE.get(model.name());
        Object value = model.field(field).kind() == Facts.Kind.DECIMAL ? new java.math.BigDecimal(7) : (Object) 7;
        return List.of(new Assign(field, Put.set, value));
    }

    private static List<Object> list(StoreCalls store, ModelFacts model, Where where, Ask ask) {
        return new ArrayList<>((List<?>) answer(store, model, where, ask, Verb.findMany));
    }

    private static Object answer(StoreCalls store, ModelFacts model, Where where, Ask ask, Verb verb) {
        Shape shape = new Shape(CARDS.get(model.name()), List.of());
        Answer answer = store.answer(new Call.Find(EVERYTHING, model.name(), where, ask, verb, null, shape, 2));
        assertThat(answer.code()).as(String.valueOf(answer)).isNull();
        return answer.value();
    }
}
