package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.CursorPage;
import dev.farminglabs.orm.Order;
import dev.farminglabs.orm.Query;
import dev.farminglabs.orm.tck.Samples.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Skip and take, pages by key, and streams. */
public abstract class PagingContract extends Contract<Samples> {

    record Numbered(Integer amount) {}

    protected PagingContract() {
        super(new Samples());
    }

    @BeforeEach
    void tenSamples() {
        for (int i = 0; i < 10; i++) {
            orm.model(SAMPLE)
                    .create(
                            SAMPLE.label.set(i % 3 == 0 ? "x" : "y"),
                            SAMPLE.amount.set(i),
                            SAMPLE.note.setOrNull(i % 4 == 0 ? null : "n" + i % 2),
                            SAMPLE.priceOrNull.setOrNull(i % 2 == 0 ? null : new BigDecimal(i).movePointLeft(1)),
                            SAMPLE.atOrNull.setOrNull(i % 5 == 0 ? null : START.plusMillis(i % 3)),
                            SAMPLE.flag.set(i % 2 == 0));
        }
    }

    private Query<Sample> byAmount() {
        return orm.model(SAMPLE).orderBy(SAMPLE.amount.asc());
    }

    @Test
    void skipAndTake() {
        assertThat(byAmount().take(3).findValues(SAMPLE.amount)).containsExactly(0, 1, 2);
        assertThat(byAmount().skip(7).findValues(SAMPLE.amount)).containsExactly(7, 8, 9);
        assertThat(byAmount().skip(2).take(3).findValues(SAMPLE.amount)).containsExactly(2, 3, 4);
        assertThat(byAmount().take(3).skip(2).findValues(SAMPLE.amount)).containsExactly(2, 3, 4);
        assertThat(byAmount().skip(8).take(5).findMany(Numbered.class))
                .containsExactly(new Numbered(8), new Numbered(9));
        assertThat(byAmount().skip(10).findMany()).isEmpty();
        assertThat(byAmount().skip(3).findFirst(Numbered.class)).contains(new Numbered(3));
        assertThat(byAmount().take(Integer.MAX_VALUE).skip(0).findMany()).hasSize(10);
        assertThat(byAmount().skip(Integer.MAX_VALUE).take(Integer.MAX_VALUE).findMany())
                .isEmpty();
    }

    @Test
    void takeOfNothingIsEmpty() {
        assertThat(orm.model(SAMPLE).take(0).findMany()).isEmpty();
        assertThat(orm.model(SAMPLE).take(0).findFirst()).isEmpty();
        assertThat(orm.model(SAMPLE).take(0).count()).isZero();
        assertThat(orm.model(SAMPLE).take(0).exists()).isFalse();
    }

    @Test
    void negativeNumbersAreRefused() {
        refused("take(-1)", () -> orm.model(SAMPLE).take(-1));
        refused("skip(-1)", () -> orm.model(SAMPLE).skip(-1));
        refused("size", () -> Cursor.first(0));
        refused("size", () -> Cursor.after("x", -1));
    }

    private List<Integer> pages(Query<Sample> query, int size) {
        List<Integer> seen = new ArrayList<>();
        Cursor cursor = Cursor.first(size);
        while (cursor != null) {
            CursorPage<Numbered> page = query.findPage(Numbered.class, cursor);
            page.items().forEach(item -> seen.add(item.amount()));
            cursor = page.next();
            assertThat(cursor == null || page.items().size() == size).isTrue();
            assertThat(seen).hasSizeLessThanOrEqualTo(10);
        }
        return seen;
    }

    @Test
    void pagesPutTogetherAreTheWhole() {
        List<List<Order<Sample>>> orders = List.of(
                List.of(),
                List.of(SAMPLE.amount.desc()),
                List.of(SAMPLE.label.asc()),
                List.of(SAMPLE.note.asc()),
                List.of(SAMPLE.note.desc()),
                List.of(SAMPLE.note.asc().nullsLast()),
                List.of(SAMPLE.note.desc().nullsFirst()),
                List.of(SAMPLE.priceOrNull.asc(), SAMPLE.amount.desc()),
                List.of(SAMPLE.label.desc(), SAMPLE.note.asc(), SAMPLE.amount.desc()),
                List.of(SAMPLE.atOrNull.desc(), SAMPLE.flag.asc()),
                List.of(SAMPLE.id.desc()));
        for (List<Order<Sample>> order : orders) {
            Query<Sample> query = ordered(order);
            List<Integer> whole = query.take(10).findValues(SAMPLE.amount);
            assertThat(whole).hasSize(10).doesNotHaveDuplicates();
            for (int size : List.of(1, 3, 5, 10, 11)) {
                assertThat(pages(query, size)).isEqualTo(whole);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Query<Sample> ordered(List<Order<Sample>> order) {
        return orm.model(SAMPLE).orderBy(order.toArray(new Order[0]));
    }

    @Test
    void theLastPageHasNoNext() {
        CursorPage<Numbered> page = byAmount().findPage(Numbered.class, Cursor.first(10));
        assertThat(page.items()).hasSize(10);
        assertThat(page.next()).isNull();
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.label.eq("z"))
                        .findPage(Numbered.class, Cursor.first(3))
                        .items())
                .isEmpty();
    }

    @Test
    void aCursorIsTextThatCanBeSentAround() {
        Cursor next = byAmount().findPage(Numbered.class, Cursor.first(4)).next();
        assertThat(next.token()).matches("[A-Za-z0-9_.~-]+");
        CursorPage<Numbered> second = byAmount().findPage(Numbered.class, Cursor.after(next.token(), 2));
        assertThat(second.items()).containsExactly(new Numbered(4), new Numbered(5));
    }

    @Test
    void changesInBetweenNeitherRepeatNorHide() {
        CursorPage<Numbered> first = byAmount().findPage(Numbered.class, Cursor.first(4));
        orm.model(SAMPLE).where(SAMPLE.amount.in(0, 3)).deleteMany();
        orm.model(SAMPLE).create(SAMPLE.label.set("new"), SAMPLE.amount.set(-1));
        assertThat(byAmount().findPage(Numbered.class, first.next()).items())
                .containsExactly(new Numbered(4), new Numbered(5), new Numbered(6), new Numbered(7));
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        Cursor next = byAmount().findPage(Numbered.class, Cursor.first(2)).next();
        refused("cursor", () -> orm.model(SAMPLE).orderBy(SAMPLE.label.asc()).findPage(Numbered.class, next));
        refused("cursor", () -> orm.model(SAMPLE).orderBy(SAMPLE.amount.desc()).findPage(Numbered.class, next));
        for (String token : List.of("", "x", "AAAA", "%00", "' or 1=1 --", next.token() + "A")) {
            refused("cursor", () -> byAmount().findPage(Numbered.class, Cursor.after(token, 2)));
        }
    }

    @Test
    void pagesDoNotGoWithSkipAndTake() {
        refused("skip", () -> byAmount().skip(1).findPage(Numbered.class, Cursor.first(2)));
        refused("take", () -> byAmount().take(1).findPage(Numbered.class, Cursor.first(2)));
    }

    @Test
    void streamsGiveAllInOrder() {
        for (int i = 10; i < 1500; i++) {
            orm.model(SAMPLE).create(SAMPLE.label.set("x"), SAMPLE.amount.set(i));
        }
        try (Stream<Numbered> stream = orm.model(SAMPLE).orderBy(SAMPLE.amount.desc()).stream(Numbered.class)) {
            assertThat(stream.map(Numbered::amount).toList()).hasSize(1500).isSortedAccordingTo((a, b) -> b - a);
        }
        List<Integer> each = new ArrayList<>();
        byAmount().forEach(Numbered.class, one -> each.add(one.amount()));
        assertThat(each).hasSize(1500).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aStreamThatIsNotReadToItsEndLeavesNothingOpen() {
        try (Stream<Numbered> stream = byAmount().stream(Numbered.class)) {
            assertThat(stream.findFirst()).contains(new Numbered(0));
            place().assertQuiet();
        }
        Throwable thrown = catchThrowable(() -> byAmount().forEach(Numbered.class, one -> {
            throw new IllegalStateException("enough");
        }));
        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("enough");
    }

    @Test
    void streamsKeepSkipAndTake() {
        try (Stream<Numbered> stream = byAmount().skip(2).take(3).stream(Numbered.class)) {
            assertThat(stream.map(Numbered::amount)).containsExactly(2, 3, 4);
        }
    }
}
