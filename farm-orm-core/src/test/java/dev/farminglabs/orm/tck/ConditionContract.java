package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.CursorPage;
import dev.farminglabs.orm.tck.Samples.Color;
import dev.farminglabs.orm.tck.Samples.Level;
import dev.farminglabs.orm.tck.Samples.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators, their composition, and the identities that hold for every condition. */
public abstract class ConditionContract extends Contract<Samples> {

    record Labelled(String label) {}

    protected ConditionContract() {
        super(new Samples());
    }

    /** Nine records; the odd ones have values where values may be absent. */
    @BeforeEach
    void nineSamples() {
        for (int i = 1; i <= 9; i++) {
            boolean odd = i % 2 == 1;
            orm.model(SAMPLE)
                    .create(
                            SAMPLE.label.set("s" + i),
                            SAMPLE.note.setOrNull(odd ? "note " + i : null),
                            SAMPLE.amount.set(i),
                            SAMPLE.amountOrNull.setOrNull(odd ? i * 10 : null),
                            SAMPLE.bigOrNull.setOrNull(odd ? 10_000_000_000L * i : null),
                            SAMPLE.priceOrNull.setOrNull(odd ? new BigDecimal(i).movePointLeft(1) : null),
                            SAMPLE.flag.set(i > 5),
                            SAMPLE.flagOrNull.setOrNull(odd ? i > 5 : null),
                            SAMPLE.atOrNull.setOrNull(odd ? START.plusSeconds(i) : null),
                            SAMPLE.level.set(Level.values()[i % 3]),
                            SAMPLE.color.setOrNull(odd ? Color.values()[i / 2 % 2] : null),
                            SAMPLE.data.setOrNull(odd ? Map.of("i", i) : null));
        }
    }

    private List<String> labels(Condition<Sample> condition) {
        return orm.model(SAMPLE).where(condition).orderBy(SAMPLE.label.asc()).findValues(SAMPLE.label);
    }

    @Test
    void comparisonsIncludeOrLeaveOutTheBound() {
        assertThat(labels(SAMPLE.amount.gt(7))).containsExactly("s8", "s9");
        assertThat(labels(SAMPLE.amount.gte(7))).containsExactly("s7", "s8", "s9");
        assertThat(labels(SAMPLE.amount.lt(3))).containsExactly("s1", "s2");
        assertThat(labels(SAMPLE.amount.lte(3))).containsExactly("s1", "s2", "s3");
        assertThat(labels(SAMPLE.amount.between(3, 5))).containsExactly("s3", "s4", "s5");
        assertThat(labels(SAMPLE.amount.between(5, 3))).isEmpty();
        assertThat(labels(SAMPLE.label.gte("s8"))).containsExactly("s8", "s9");
        assertThat(labels(SAMPLE.atOrNull.lt(START.plusSeconds(5)))).containsExactly("s1", "s3");
        assertThat(labels(SAMPLE.priceOrNull.between(new BigDecimal("0.3"), new BigDecimal("0.70"))))
                .containsExactly("s3", "s5", "s7");
        assertThat(labels(SAMPLE.bigOrNull.gt(70_000_000_000L))).containsExactly("s9");
    }

    @Test
    void equalityOfEveryKind() {
        assertThat(labels(SAMPLE.label.eq("s3"))).containsExactly("s3");
        assertThat(labels(SAMPLE.amount.eq(3))).containsExactly("s3");
        assertThat(labels(SAMPLE.bigOrNull.eq(30_000_000_000L))).containsExactly("s3");
        assertThat(labels(SAMPLE.priceOrNull.eq(new BigDecimal("0.30")))).containsExactly("s3");
        assertThat(labels(SAMPLE.flag.isTrue())).containsExactly("s6", "s7", "s8", "s9");
        assertThat(labels(SAMPLE.flagOrNull.isFalse())).containsExactly("s1", "s3", "s5");
        assertThat(labels(SAMPLE.atOrNull.eq(START.plusSeconds(3)))).containsExactly("s3");
        assertThat(labels(SAMPLE.level.eq(Level.LOW))).containsExactly("s3", "s6", "s9");
        assertThat(labels(SAMPLE.color.eq(Color.GREEN))).containsExactly("s3", "s7");
        assertThat(labels(SAMPLE.data.eq(Map.of("i", 3)))).containsExactly("s3");
    }

    @Test
    void listsOfEveryKind() {
        assertThat(labels(SAMPLE.label.in("s3", "s5", "s5", "zz"))).containsExactly("s3", "s5");
        assertThat(labels(SAMPLE.amount.in(List.of(1, 2)))).containsExactly("s1", "s2");
        assertThat(labels(SAMPLE.amount.notIn(1, 2, 3, 4, 5, 6, 7))).containsExactly("s8", "s9");
        assertThat(labels(SAMPLE.priceOrNull.in(new BigDecimal("0.1"), new BigDecimal("0.300"))))
                .containsExactly("s1", "s3");
        assertThat(labels(SAMPLE.level.notIn(Level.LOW, Level.MIDDLE))).containsExactly("s2", "s5", "s8");
        assertThat(labels(SAMPLE.color.in(Color.RED))).containsExactly("s1", "s5", "s9");
        assertThat(labels(SAMPLE.atOrNull.in(START.plusSeconds(1)))).containsExactly("s1");
        assertThat(labels(SAMPLE.flag.in(true, false))).hasSize(9);
        assertThat(labels(SAMPLE.bigOrNull.in(10_000_000_000L))).containsExactly("s1");
        assertThat(labels(SAMPLE.data.in(List.of(Map.of("i", 1), Map.of("i", 9)))))
                .containsExactly("s1", "s9");
    }

    @Test
    void nothingIsInAnEmptyList() {
        assertThat(labels(SAMPLE.label.in())).isEmpty();
        assertThat(labels(SAMPLE.label.in(List.of()).not())).hasSize(9);
        assertThat(labels(SAMPLE.note.notIn())).hasSize(9);
        assertThat(labels(Condition.anyOf(List.of()))).isEmpty();
        assertThat(labels(Condition.allOf(List.of()))).hasSize(9);
        assertThat(labels(Condition.<Sample>allOf(List.of()).not())).isEmpty();
        assertThat(orm.model(SAMPLE).where(SAMPLE.label.in()).count()).isZero();
        assertThat(orm.model(SAMPLE).where(SAMPLE.label.in()).exists()).isFalse();
        assertThat(orm.model(SAMPLE).where(SAMPLE.label.in()).deleteMany()).isZero();
    }

    @Test
    void longListsAreOneList() {
        List<String> long_ =
                new ArrayList<>(IntStream.range(0, 5000).mapToObj(i -> "x" + i).toList());
        long_.add(2500, "s4");
        long_.add("s9");
        assertThat(labels(SAMPLE.label.in(long_))).containsExactly("s4", "s9");
        assertThat(labels(SAMPLE.label.notIn(long_))).containsExactly("s1", "s2", "s3", "s5", "s6", "s7", "s8");
    }

    @Test
    void conditionsCompose() {
        assertThat(labels(SAMPLE.amount.gt(2).and(SAMPLE.amount.lt(5)))).containsExactly("s3", "s4");
        assertThat(labels(SAMPLE.amount.lt(2).or(SAMPLE.amount.gt(8)))).containsExactly("s1", "s9");
        assertThat(labels(SAMPLE.amount.lt(8).not())).containsExactly("s8", "s9");
        assertThat(labels(Condition.anyOf(
                        SAMPLE.amount.eq(1),
                        Condition.allOf(SAMPLE.amount.gt(3), SAMPLE.flag.isFalse(), SAMPLE.note.isNotNull()))))
                .containsExactly("s1", "s5");
        assertThat(labels(SAMPLE.amount.gt(2).and(SAMPLE.amount.lt(5)).not().not()))
                .containsExactly("s3", "s4");
        assertThat(labels(SAMPLE.amount.eq(1).or(SAMPLE.amount.eq(2)).and(SAMPLE.amount.eq(2))))
                .containsExactly("s2");
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.amount.gt(2), SAMPLE.amount.lt(5))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aConditionCanBeUsedAgain() {
        Condition<Sample> low = SAMPLE.amount.lt(3);
        assertThat(labels(low)).hasSize(2);
        assertThat(labels(low.not())).hasSize(7);
        assertThat(labels(low.and(low).or(low))).hasSize(2);
    }

    static List<Condition<Sample>> leaves() {
        return List.of(
                SAMPLE.note.eq("note 3"),
                SAMPLE.note.ne("note 3"),
                SAMPLE.note.contains("te 5"),
                SAMPLE.note.startsWith("note"),
                SAMPLE.note.endsWith("7"),
                SAMPLE.note.eqIgnoreCase("NOTE 1"),
                SAMPLE.note.gt("note 4"),
                SAMPLE.note.isNull(),
                SAMPLE.note.in("note 1", "note 9"),
                SAMPLE.note.notIn("note 1"),
                SAMPLE.amount.between(2, 6),
                SAMPLE.amountOrNull.lte(30),
                SAMPLE.bigOrNull.gte(50_000_000_000L),
                SAMPLE.priceOrNull.lt(new BigDecimal("0.5")),
                SAMPLE.flagOrNull.isTrue(),
                SAMPLE.atOrNull.gt(START.plusSeconds(4)),
                SAMPLE.level.ne(Level.LOW),
                SAMPLE.color.eq(Color.RED),
                SAMPLE.data.ne(Map.of("i", 5)),
                SAMPLE.label.in());
    }

    /** Sixty conditions, the same each time: every leaf, then compositions of depth two and three. */
    static List<Condition<Sample>> conditions() {
        Random random = new Random(20260301);
        List<Condition<Sample>> all = new ArrayList<>(leaves());
        while (all.size() < 60) {
            Condition<Sample> one = all.get(random.nextInt(all.size()));
            Condition<Sample> other = all.get(random.nextInt(all.size()));
            all.add(
                    switch (random.nextInt(3)) {
                        case 0 -> one.and(other);
                        case 1 -> one.or(other);
                        default -> one.and(other.not());
                    });
        }
        return all;
    }

    static List<Integer> numbers() {
        return IntStream.range(0, conditions().size()).boxed().toList();
    }

    @ParameterizedTest(name = "condition {0}")
    @MethodSource("numbers")
    void identitiesHold(int number) {
        Condition<Sample> condition = conditions().get(number);
        var matching = orm.model(SAMPLE).where(condition);
        List<String> found = labels(condition);
        List<String> both = new ArrayList<>(found);
        both.addAll(labels(condition.not()));
        assertThat(both).hasSize(9).doesNotHaveDuplicates();
        assertThat(labels(condition.not().not())).isEqualTo(found);
        assertThat(matching.count()).isEqualTo(found.size());
        assertThat(matching.exists()).isEqualTo(!found.isEmpty());
        assertThat(matching.orderBy(SAMPLE.label.asc()).take(2).findValues(SAMPLE.label))
                .isEqualTo(found.subList(0, Math.min(2, found.size())));
        List<Labelled> paged = new ArrayList<>();
        Cursor cursor = Cursor.first(2);
        while (cursor != null) {
            CursorPage<Labelled> page = matching.orderBy(SAMPLE.note.desc()).findPage(Labelled.class, cursor);
            paged.addAll(page.items());
            cursor = page.next();
        }
        assertThat(paged)
                .isEqualTo(matching.orderBy(SAMPLE.note.desc(), SAMPLE.id.asc()).findMany(Labelled.class));
        assertThat(matching.updateMany(SAMPLE.settings.setOrNull(null))).isEqualTo(found.size());
        assertThat(matching.deleteMany()).isEqualTo(found.size());
        assertThat(orm.model(SAMPLE).count()).isEqualTo(9 - found.size());
    }
}
