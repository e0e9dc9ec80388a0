package dev.farminglabs.orm.tck;

import static com.acme.platform.FastState.SESSION_STATE;
import static dev.farminglabs.orm.tck.Samples.BOOKING;
import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.tck.Samples.Level;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading, changing and removing by key and by condition. */
public abstract class FindContract extends Contract<Samples> {

    record Title(String title) {}

    record Text(String title, String text) {}

    protected FindContract() {
        super(new Samples());
    }

    @BeforeEach
    void threeDocuments() {
        for (String title : List.of("a", "b", "c")) {
            orm.model(DOCUMENT).create(DOCUMENT.title.set(title));
        }
    }

    @Test
    void findUniqueGivesTheRecordOfTheKey() {
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("b")).findUnique(Title.class))
                .contains(new Title("b"));
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("z")).findUnique(Title.class))
                .isEmpty();
        Row row = orm.model(DOCUMENT).where(DOCUMENT.title.eq("c")).findUnique().orElseThrow();
        assertThat(orm.model(DOCUMENT)
                        .where(DOCUMENT.id.eq(row.get(DOCUMENT.id)))
                        .findUnique())
                .contains(row);
    }

    @Test
    void findUniqueTakesFurtherConditions() {
        assertThat(orm.model(DOCUMENT)
                        .where(DOCUMENT.title.eq("b"), DOCUMENT.text.eq("other"))
                        .findUnique())
                .isEmpty();
        assertThat(orm.model(DOCUMENT)
                        .where(DOCUMENT.title.eq("b"))
                        .where(DOCUMENT.text.eq(""))
                        .findUnique())
                .isPresent();
    }

    @Test
    void compoundKeysPickOneRecord() {
        orm.model(BOOKING).create(BOOKING.room.set("r"), BOOKING.day.set(1), BOOKING.slot.set(Level.LOW));
        orm.model(BOOKING).create(BOOKING.room.set("r"), BOOKING.day.set(2), BOOKING.slot.set(Level.LOW));
        assertThat(orm.model(BOOKING)
                        .where(BOOKING.place.is("r", 2, Level.LOW))
                        .findUnique()
                        .orElseThrow()
                        .get(BOOKING.day))
                .isEqualTo(2);
        assertThat(orm.model(BOOKING).where(BOOKING.place.is("r", 3, Level.LOW)).findUnique())
                .isEmpty();
        assertThat(orm.model(BOOKING)
                        .where(BOOKING.slot.eq(Level.LOW), BOOKING.day.eq(1), BOOKING.room.eq("r"))
                        .findUnique())
                .isPresent();
        refused("null", () -> BOOKING.place.is("r", null, Level.LOW));
    }

    @Test
    void keyVerbsNeedAKey() {
        refused("unique", () -> orm.model(DOCUMENT).where(DOCUMENT.text.eq("")).findUnique());
        refused(
                "unique",
                () -> orm.model(DOCUMENT).where(DOCUMENT.title.startsWith("a")).delete());
        refused(
                "unique",
                () -> orm.model(DOCUMENT).where(DOCUMENT.title.ne("a")).update(DOCUMENT.text.set("x")));
        refused(
                "unique",
                () -> orm.model(DOCUMENT)
                        .where(DOCUMENT.title.eq("a").or(DOCUMENT.title.eq("b")))
                        .delete());
        refused("unique", () -> orm.model(COUNTER).where(COUNTER.scope.eq("s")).findUnique());
        refused("unique", () -> orm.model(DOCUMENT).all().delete());
        refused("unique", () -> orm.model(DOCUMENT).where(DOCUMENT.text.eq("")).createIfAbsent());
        refused(
                "unique",
                () -> orm.model(DOCUMENT).where(DOCUMENT.text.eq("")).upsert(u -> u.create(DOCUMENT.title.set("x"))));
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(3);
    }

    @Test
    void findManyFindsAll() {
        assertThat(orm.model(DOCUMENT).findMany(Title.class))
                .containsExactlyInAnyOrder(new Title("a"), new Title("b"), new Title("c"));
        assertThat(orm.model(DOCUMENT).findMany()).hasSize(3);
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("z")).findMany()).isEmpty();
        assertThat(orm.model(DOCUMENT).orderBy(DOCUMENT.title.desc()).findFirst(Title.class))
                .contains(new Title("c"));
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("z")).findFirst())
                .isEmpty();
    }

    @Test
    void whereCalledAgainNarrows() {
        var begins = orm.model(DOCUMENT).where(DOCUMENT.title.in("a", "b"));
        assertThat(begins.where(DOCUMENT.title.eq("a")).count()).isEqualTo(1);
        assertThat(begins.count()).as("the query itself is unchanged").isEqualTo(2);
    }

    @Test
    void updateSaysWhetherItHappened() {
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).update(DOCUMENT.text.set("x")))
                .isTrue();
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("z")).update(DOCUMENT.text.set("x")))
                .isFalse();
        assertThat(orm.model(DOCUMENT)
                        .where(DOCUMENT.title.eq("a"), DOCUMENT.text.eq("other"))
                        .update(DOCUMENT.text.set("y")))
                .isFalse();
        assertThat(orm.model(DOCUMENT).orderBy(DOCUMENT.title.asc()).findMany(Text.class))
                .containsExactly(new Text("a", "x"), new Text("b", ""), new Text("c", ""));
    }

    @Test
    void updateReturnsTheRecordThatIsAskedFor() {
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).update(Text.class, DOCUMENT.text.set("x")))
                .contains(new Text("a", "x"));
        if (capabilities().keyChanges()) {
            assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).update(Text.class, DOCUMENT.title.set("d")))
                    .contains(new Text("d", "x"));
        }
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("z")).update(Text.class, DOCUMENT.text.set("x")))
                .isEmpty();
    }

    @Test
    void anUpdateOfNothingOrOfTheIdIsRefused() {
        refused(
                "update",
                () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).update());
        refused("id", () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).update(DOCUMENT.id.set("x")));
    }

    @Test
    void updateSetsTheTimeOfChange() {
        orm.model(SAMPLE).create(SAMPLE.id.set("i"), SAMPLE.label.set("l"));
        clock.advance(java.time.Duration.ofSeconds(5));
        orm.model(SAMPLE).where(SAMPLE.id.eq("i")).update(SAMPLE.note.set("n"));
        Row row = orm.model(SAMPLE).where(SAMPLE.id.eq("i")).findUnique().orElseThrow();
        assertThat(row.get(SAMPLE.createdAt)).isEqualTo(START_STORED);
        assertThat(row.get(SAMPLE.updatedAt)).isEqualTo(START_STORED.plusSeconds(5));
        orm.model(SAMPLE).where(SAMPLE.id.eq("i")).update(SAMPLE.updatedAt.set(START));
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.updatedAt)).containsExactly(START_STORED);
    }

    @Test
    void deleteSaysWhetherItHappened() {
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).delete()).isTrue();
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).delete()).isFalse();
        assertThat(orm.model(DOCUMENT)
                        .where(DOCUMENT.title.eq("b"), DOCUMENT.text.eq("other"))
                        .delete())
                .isFalse();
        assertThat(orm.model(DOCUMENT).orderBy(DOCUMENT.title.asc()).findValues(DOCUMENT.title))
                .containsExactly("b", "c");
    }

    @Test
    void manyAreChangedAndRemovedAndCounted() {
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.in("a", "b", "z")).updateMany(DOCUMENT.text.set("x")))
                .isEqualTo(2);
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.text.eq("x")).updateMany(DOCUMENT.text.set("x")))
                .as("matched, changed or not")
                .isEqualTo(2);
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.text.eq("x")).deleteMany())
                .isEqualTo(2);
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.text.eq("x")).deleteMany())
                .isZero();
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.title)).containsExactly("c");
    }

    @Test
    void everyRecordHasToBeSaidOutLoud() {
        refused("all()", () -> orm.model(DOCUMENT).where().deleteMany());
        refused("all()", () -> orm.model(DOCUMENT).where(List.of()).updateMany(DOCUMENT.text.set("x")));
        refused("all()", () -> orm.model(DOCUMENT).where().purge());
        refused(
                "all()",
                () -> orm.model(DOCUMENT)
                        .where(dev.farminglabs.orm.Condition.allOf(List.of()))
                        .deleteMany());
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(3);
        assertThat(orm.model(DOCUMENT).all().updateMany(DOCUMENT.text.set("x"))).isEqualTo(3);
        assertThat(orm.model(DOCUMENT).all().where(DOCUMENT.title.eq("a")).deleteMany())
                .isEqualTo(1);
        assertThat(orm.model(DOCUMENT).all().deleteMany()).isEqualTo(2);
    }

    @Test
    void aModelOfAnotherSchemaIsRefused() {
        refused("sessionState", () -> orm.model(SESSION_STATE).count());
    }
}
