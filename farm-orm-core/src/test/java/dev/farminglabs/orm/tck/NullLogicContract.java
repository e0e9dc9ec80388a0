package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.BOOKING;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.tck.Samples.Color;
import dev.farminglabs.orm.tck.Samples.Level;
import dev.farminglabs.orm.tck.Samples.Sample;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two-valued logic: a condition is true or false, for a record without a value too. */
public abstract class NullLogicContract extends Contract<Samples> {

    protected NullLogicContract() {
        super(new Samples());
    }

    @BeforeEach
    void oneWithAndOneWithoutValues() {
        orm.model(SAMPLE)
                .create(
                        SAMPLE.label.set("full"),
                        SAMPLE.note.set("x"),
                        SAMPLE.amountOrNull.set(5),
                        SAMPLE.bigOrNull.set(5L),
                        SAMPLE.priceOrNull.set(new BigDecimal(5)),
                        SAMPLE.flagOrNull.set(true),
                        SAMPLE.atOrNull.set(START),
                        SAMPLE.levelOrNull.set(Level.MIDDLE),
                        SAMPLE.color.set(Color.RED),
                        SAMPLE.data.set(Map.of("a", 1)),
                        SAMPLE.tags.set(List.of("t")));
        orm.model(SAMPLE).create(SAMPLE.label.set("empty"));
    }

    /** Conditions that are true of the full record and false of the empty one. */
    static Stream<Arguments> trueOfTheFullOne() {
        return Stream.of(
                named("note.eq", SAMPLE.note.eq("x")),
                named("note.in", SAMPLE.note.in("x", "y")),
                named("note.contains", SAMPLE.note.contains("x")),
                named("note.contains nothing", SAMPLE.note.contains("")),
                named("note.startsWith", SAMPLE.note.startsWith("x")),
                named("note.endsWith", SAMPLE.note.endsWith("x")),
                named("note.eqIgnoreCase", SAMPLE.note.eqIgnoreCase("X")),
                named("note.containsIgnoreCase", SAMPLE.note.containsIgnoreCase("X")),
                named("note.startsWithIgnoreCase", SAMPLE.note.startsWithIgnoreCase("X")),
                named("note.endsWithIgnoreCase", SAMPLE.note.endsWithIgnoreCase("X")),
                named("note.gt", SAMPLE.note.gt("a")),
                named("note.lt", SAMPLE.note.lt("z")),
                named("amountOrNull.eq", SAMPLE.amountOrNull.eq(5)),
                named("amountOrNull.gte", SAMPLE.amountOrNull.gte(5)),
                named("amountOrNull.lte", SAMPLE.amountOrNull.lte(5)),
                named("amountOrNull.between", SAMPLE.amountOrNull.between(4, 6)),
                named("bigOrNull.lt", SAMPLE.bigOrNull.lt(6L)),
                named("priceOrNull.gt", SAMPLE.priceOrNull.gt(new BigDecimal("4.9"))),
                named("flagOrNull.isTrue", SAMPLE.flagOrNull.isTrue()),
                named("atOrNull.lte", SAMPLE.atOrNull.lte(START)),
                named("levelOrNull.eq", SAMPLE.levelOrNull.eq(Level.MIDDLE)),
                named("color.in", SAMPLE.color.in(Color.RED)),
                named("data.eq", SAMPLE.data.eq(Map.of("a", 1))),
                named("tags.eq", SAMPLE.tags.eq(List.of("t"))),
                named("note.isNotNull", SAMPLE.note.isNotNull()),
                named("data.isNotNull", SAMPLE.data.isNotNull()));
    }

    private static Arguments named(String name, Condition<Sample> condition) {
        return Arguments.of(name, condition);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trueOfTheFullOne")
    void isFalseWithoutAValueAndItsComplementIsTrue(String name, Condition<Sample> condition) {
        assertThat(orm.model(SAMPLE).where(condition).findValues(SAMPLE.label)).containsExactly("full");
        assertThat(orm.model(SAMPLE).where(condition.not()).findValues(SAMPLE.label))
                .containsExactly("empty");
    }

    @Test
    void aRecordWithoutAValueIsDifferent() {
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.ne("x")).findValues(SAMPLE.label))
                .containsExactly("empty");
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.ne("y")).count()).isEqualTo(2);
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.notIn("x", "y")).findValues(SAMPLE.label))
                .containsExactly("empty");
        assertThat(orm.model(SAMPLE).where(SAMPLE.flagOrNull.ne(true)).findValues(SAMPLE.label))
                .containsExactly("empty");
        assertThat(orm.model(SAMPLE).where(SAMPLE.flagOrNull.isFalse()).count()).isZero();
        assertThat(orm.model(SAMPLE).where(SAMPLE.data.ne(Map.of())).count()).isEqualTo(2);
        assertThat(orm.model(SAMPLE).where(SAMPLE.note.isNull()).findValues(SAMPLE.label))
                .containsExactly("empty");
    }

    @Test
    void deMorganHolds() {
        Condition<Sample> a = SAMPLE.note.eq("y");
        Condition<Sample> b = SAMPLE.amountOrNull.gt(1);
        assertThat(orm.model(SAMPLE).where(a.and(b).not()).count())
                .isEqualTo(orm.model(SAMPLE).where(a.not().or(b.not())).count())
                .isEqualTo(2);
        assertThat(orm.model(SAMPLE).where(a.or(b).not()).findValues(SAMPLE.label))
                .isEqualTo(orm.model(SAMPLE).where(a.not(), b.not()).findValues(SAMPLE.label))
                .containsExactly("empty");
    }

    @Test
    void nullIsNoValueToCompareWith() {
        refused("isNull()", () -> SAMPLE.note.eq(null));
        refused("isNotNull()", () -> SAMPLE.note.ne(null));
        refused("isNull()", () -> SAMPLE.note.in("a", null));
        refused("isNull()", () -> SAMPLE.note.notIn(Arrays.asList("a", null)));
        refused("isNull()", () -> SAMPLE.note.contains(null));
        refused("isNull()", () -> SAMPLE.amountOrNull.gt(null));
        refused("isNull()", () -> SAMPLE.amountOrNull.between(1, null));
        refused("isNull()", () -> SAMPLE.data.eq(null));
    }

    @Test
    void setToNullTakesTheValueAway() {
        orm.model(SAMPLE)
                .where(SAMPLE.label.eq("full"))
                .updateMany(
                        SAMPLE.note.setOrNull(null),
                        SAMPLE.amountOrNull.setOrNull(null),
                        SAMPLE.data.setOrNull(null),
                        SAMPLE.color.setOrNull(null),
                        SAMPLE.atOrNull.setOrNull(null));
        assertThat(orm.model(SAMPLE)
                        .where(
                                SAMPLE.note.isNull(),
                                SAMPLE.amountOrNull.isNull(),
                                SAMPLE.data.isNull(),
                                SAMPLE.color.isNull(),
                                SAMPLE.atOrNull.isNull())
                        .count())
                .isEqualTo(2);
    }

    @Test
    void manyRecordsMayHaveNoneOfAUniqueValue() {
        for (int day = 0; day < 3; day++) {
            orm.model(BOOKING).create(BOOKING.room.set("r"), BOOKING.day.set(day), BOOKING.slot.set(Level.LOW));
        }
        assertThat(orm.model(BOOKING).where(BOOKING.guest.isNull()).count()).isEqualTo(3);
    }
}
