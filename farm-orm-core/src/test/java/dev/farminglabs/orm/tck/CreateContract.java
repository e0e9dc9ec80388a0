package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static dev.farminglabs.orm.tck.Samples.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.driver.Capabilities.NumericIds;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.tck.Samples.Color;
import dev.farminglabs.orm.tck.Samples.Level;
import dev.farminglabs.orm.tck.Samples.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Creating: defaults, what is returned, and many at once. */
public abstract class CreateContract extends Contract<Samples> {

    record NewSample(String label, @Nullable String note) {}

    record NewNumbered(String label, Integer amount) {}

    record NewDocument(String title) {}

    record Card(String id, String label, Level level) {}

    record NewWithFlag(String label, @Nullable Boolean flag) {}

    record NewMisspelt(String label, String note, String labl) {}

    record NewMistyped(String label, long amount) {}

    protected CreateContract() {
        super(new Samples());
    }

    @Test
    void returnsWhatIsStored() {
        Row created = orm.model(SAMPLE)
                .create(
                        SAMPLE.label.set("a"),
                        SAMPLE.note.set("n"),
                        SAMPLE.amountOrNull.set(-7),
                        SAMPLE.bigOrNull.set(Long.MAX_VALUE),
                        SAMPLE.priceOrNull.set(new BigDecimal("12.500")),
                        SAMPLE.rate.set(new BigDecimal("9999.99")),
                        SAMPLE.flagOrNull.set(true),
                        SAMPLE.atOrNull.set(START),
                        SAMPLE.levelOrNull.set(Level.HIGH),
                        SAMPLE.color.set(Color.GREEN),
                        SAMPLE.data.set(Map.of("k", List.of(1, "two"))),
                        SAMPLE.settings.set(new Settings("dark", 3, List.of("x"))),
                        SAMPLE.tags.set(List.of("p", "q")));
        Row read = orm.model(SAMPLE).where(SAMPLE.label.eq("a")).findFirst().orElseThrow();
        assertThat(read).isEqualTo(created);
        assertThat(read.get(SAMPLE.note)).isEqualTo("n");
        assertThat(read.get(SAMPLE.amountOrNull)).isEqualTo(-7);
        assertThat(read.get(SAMPLE.bigOrNull)).isEqualTo(Long.MAX_VALUE);
        assertThat(read.get(SAMPLE.priceOrNull)).isEqualTo(new BigDecimal("12.5"));
        assertThat(read.get(SAMPLE.rate)).isEqualTo(new BigDecimal("9999.99"));
        assertThat(read.get(SAMPLE.flagOrNull)).isTrue();
        assertThat(read.get(SAMPLE.atOrNull)).isEqualTo(START_STORED);
        assertThat(read.get(SAMPLE.levelOrNull)).isEqualTo(Level.HIGH);
        assertThat(read.get(SAMPLE.color)).isEqualTo(Color.GREEN);
        assertThat(read.get(SAMPLE.data)).isEqualTo(Map.of("k", List.of(1, "two")));
        assertThat(read.get(SAMPLE.settings)).isEqualTo(new Settings("dark", 3, List.of("x")));
        assertThat(read.get(SAMPLE.tags)).containsExactly("p", "q");
    }

    @Test
    void fillsInDefaults() {
        Row created = orm.model(SAMPLE).create(SAMPLE.label.set("a"));
        assertThat(created.get(SAMPLE.amount)).isZero();
        assertThat(created.get(SAMPLE.big)).isZero();
        assertThat(created.get(SAMPLE.price)).isEqualTo(BigDecimal.ZERO);
        assertThat(created.get(SAMPLE.flag)).isFalse();
        assertThat(created.get(SAMPLE.at)).isEqualTo(Instant.EPOCH);
        assertThat(created.get(SAMPLE.level)).isEqualTo(Level.LOW);
        assertThat(created.get(SAMPLE.createdAt)).isEqualTo(START_STORED);
        assertThat(created.get(SAMPLE.updatedAt)).isEqualTo(START_STORED);
        assertThat(created.getOrNull(SAMPLE.note)).isNull();
        assertThat(created.getOrNull(SAMPLE.data)).isNull();
        assertThat(created.getOrNull(SAMPLE.color)).isNull();
    }

    @Test
    void givesEachRecordATimeOrderedId() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add(orm.model(SAMPLE).create(SAMPLE.label.set("a")).get(SAMPLE.id));
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids)
                .allSatisfy(id -> assertThat(UUID.fromString(id).version()).isIn(7, 8));
    }

    @Test
    void takesAGivenId() {
        assertThat(orm.model(SAMPLE)
                        .create(SAMPLE.id.set("mine"), SAMPLE.label.set("a"))
                        .get(SAMPLE.id))
                .isEqualTo("mine");
        assertThat(orm.model(SAMPLE).where(SAMPLE.id.eq("mine")).findUnique()).isPresent();
    }

    @Test
    void readsTheViewThatIsAskedFor() {
        Card card = orm.model(SAMPLE).create(Card.class, SAMPLE.label.set("a"), SAMPLE.level.set(Level.MIDDLE));
        assertThat(card.label()).isEqualTo("a");
        assertThat(card.level()).isEqualTo(Level.MIDDLE);
        assertThat(orm.model(SAMPLE).where(SAMPLE.id.eq(card.id())).findUnique(Card.class))
                .contains(card);
        assertThat(orm.model(SAMPLE)
                        .create(Card.class, new NewSample("b", null))
                        .label())
                .isEqualTo("b");
    }

    @Test
    void takesTheValuesOfARecord() {
        Row created = orm.model(SAMPLE).create(new NewSample("a", "n"));
        assertThat(created.get(SAMPLE.label)).isEqualTo("a");
        assertThat(created.get(SAMPLE.note)).isEqualTo("n");
        assertThat(created.get(SAMPLE.amount)).isZero();
        assertThat(orm.model(SAMPLE).create(new NewSample("b", null)).getOrNull(SAMPLE.note))
                .isNull();
    }

    @Test
    void aNullComponentIsWrittenAndNotDefaulted() {
        OrmError error =
                failure(OrmErrorCode.NOT_NULL_VIOLATION, () -> orm.model(SAMPLE).create(new NewWithFlag("a", null)));
        assertThat(error.model()).isEqualTo("sample");
        assertThat(error.fields()).containsExactly("flag");
        assertThat(orm.model(SAMPLE).count()).isZero();
    }

    @Test
    void refusesARecordThatDoesNotFitTheModel() {
        OrmError misspelt = failure(
                OrmErrorCode.INVALID_PROJECTION, () -> orm.model(SAMPLE).create(new NewMisspelt("a", "b", "c")));
        assertThat(message(misspelt)).contains("labl").contains("Did you mean label?");
        OrmError mistyped =
                failure(OrmErrorCode.INVALID_PROJECTION, () -> orm.model(SAMPLE).create(new NewMistyped("a", 1)));
        assertThat(message(mistyped)).contains("amount").contains("long").contains("Integer");
    }

    @Test
    void namesARequiredFieldThatIsMissing() {
        OrmError error =
                failure(OrmErrorCode.NOT_NULL_VIOLATION, () -> orm.model(SAMPLE).create(SAMPLE.note.set("n")));
        assertThat(error.model()).isEqualTo("sample");
        assertThat(error.fields()).containsExactly("label");
        assertThat(error.store()).isEmpty();
        assertThat(orm.model(SAMPLE).count()).isZero();
    }

    @Test
    void refusesNullWhereAValueIsRequired() {
        refused("sample.label", () -> SAMPLE.label.set(null));
        refused("setOrNull", () -> SAMPLE.note.set(null));
        refused("required", () -> SAMPLE.label.setOrNull(null));
    }

    @Test
    void anExplicitNullStaysNull() {
        Row created = orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.note.setOrNull(null));
        assertThat(created.getOrNull(SAMPLE.note)).isNull();
    }

    @Test
    void refusesAFieldThatIsGivenTwice() {
        refused("label", () -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.label.set("b")));
    }

    @Test
    void createManyCountsAndStoresInOrder() {
        List<NewNumbered> inputs = IntStream.range(0, 1000)
                .mapToObj(i -> new NewNumbered("label " + i, i))
                .toList();
        assertThat(orm.model(SAMPLE).createMany(inputs)).isEqualTo(1000);
        assertThat(orm.model(SAMPLE).count()).isEqualTo(1000);
        assertThat(orm.model(SAMPLE).orderBy(SAMPLE.id.asc()).findValues(SAMPLE.amount))
                .isEqualTo(IntStream.range(0, 1000).boxed().toList());
    }

    @Test
    void createManyOfNothingCreatesNothing() {
        assertThat(orm.model(SAMPLE).createMany(List.of())).isZero();
    }

    @Test
    void createManyTakesRecordsOfSeveralShapes() {
        assertThat(orm.model(SAMPLE).createMany(List.of(new NewSample("a", "n"), new NewNumbered("b", 5))))
                .isEqualTo(2);
        assertThat(orm.model(SAMPLE).orderBy(SAMPLE.label.asc()).findValues(SAMPLE.amount))
                .containsExactly(0, 5);
    }

    @Test
    void createManyIsAllOrNothingAsDeclared() {
        List<NewDocument> inputs = List.of(new NewDocument("a"), new NewDocument("b"), new NewDocument("a"));
        failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(DOCUMENT).createMany(inputs));
        if (capabilities().atomicCreateMany()) {
            assertThat(orm.model(DOCUMENT).count()).isZero();
        } else {
            assertThat(orm.model(DOCUMENT).count()).isLessThan(3);
        }
    }

    @Test
    void numericIdsAreGivenOrMadeAsDeclared() {
        assertThat(orm.model(TICKET)
                        .create(TICKET.id.set(42L), TICKET.title.set("given"))
                        .get(TICKET.id))
                .isEqualTo(42L);
        assertThat(orm.model(TICKET).where(TICKET.id.eq(42L)).findUnique()).isPresent();
        if (capabilities().numericIds() == NumericIds.GENERATED) {
            long first = orm.model(TICKET).create(TICKET.title.set("one")).get(TICKET.id);
            long second = orm.model(TICKET).create(TICKET.title.set("two")).get(TICKET.id);
            assertThat(second).isGreaterThan(first);
            assertThat(orm.model(TICKET).where(TICKET.id.eq(second)).findValues(TICKET.title))
                    .containsExactly("two");
        } else {
            OrmError error =
                    failure(OrmErrorCode.UNSUPPORTED, () -> orm.model(TICKET).create(TICKET.title.set("one")));
            assertThat(message(error)).contains("GENERATED_IDS");
        }
    }

    @Test
    void rowsAreAskedByField() {
        Row row = orm.model(SAMPLE).create(SAMPLE.label.set("secret"));
        refused("getOrNull", () -> row.get(SAMPLE.note));
        refused("document.title", () -> row.get(DOCUMENT.title));
        assertThat(row.toMap()).containsEntry("label", "secret").containsEntry("note", null);
        assertThat(row.toString()).isEqualTo("Row of sample");
    }
}
