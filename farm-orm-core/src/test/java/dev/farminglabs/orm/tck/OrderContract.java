package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Order;
import dev.farminglabs.orm.tck.Samples.Sample;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Order: nulls first ascending and last descending, several keys, and the id as the last. */
public abstract class OrderContract extends Contract<Samples> {

    protected OrderContract() {
        super(new Samples());
    }

    @SafeVarargs
    private List<String> ordered(Order<Sample>... order) {
        return orm.model(SAMPLE).orderBy(order).findValues(SAMPLE.label);
    }

    @Test
    void nullsComeFirstAscendingAndLastDescending() {
        orm.model(SAMPLE).create(SAMPLE.label.set("two"), SAMPLE.note.set("2"), SAMPLE.amountOrNull.set(2));
        orm.model(SAMPLE).create(SAMPLE.label.set("none"));
        orm.model(SAMPLE).create(SAMPLE.label.set("one"), SAMPLE.note.set("1"), SAMPLE.amountOrNull.set(1));
        assertThat(ordered(SAMPLE.note.asc())).containsExactly("none", "one", "two");
        assertThat(ordered(SAMPLE.note.desc())).containsExactly("two", "one", "none");
        assertThat(ordered(SAMPLE.note.asc().nullsLast())).containsExactly("one", "two", "none");
        assertThat(ordered(SAMPLE.note.desc().nullsFirst())).containsExactly("none", "two", "one");
        assertThat(ordered(SAMPLE.amountOrNull.asc().nullsFirst())).containsExactly("none", "one", "two");
        assertThat(ordered(SAMPLE.amountOrNull.desc().nullsLast())).containsExactly("two", "one", "none");
    }

    @Test
    void everyKindHasAnOrder() {
        orm.model(SAMPLE)
                .create(
                        SAMPLE.label.set("b"),
                        SAMPLE.amount.set(10),
                        SAMPLE.big.set(10L),
                        SAMPLE.price.set(new BigDecimal("10")),
                        SAMPLE.flag.set(true),
                        SAMPLE.at.set(START.plusMillis(1)));
        orm.model(SAMPLE)
                .create(
                        SAMPLE.label.set("a"),
                        SAMPLE.amount.set(9),
                        SAMPLE.big.set(9L),
                        SAMPLE.price.set(new BigDecimal("9.5")),
                        SAMPLE.flag.set(false),
                        SAMPLE.at.set(START));
        for (Order<Sample> order : List.of(
                SAMPLE.label.asc(),
                SAMPLE.amount.asc(),
                SAMPLE.big.asc(),
                SAMPLE.price.asc(),
                SAMPLE.flag.asc(),
                SAMPLE.at.asc(),
                SAMPLE.id.desc())) {
            assertThat(ordered(order)).containsExactly("a", "b");
        }
    }

    @Test
    void theFirstKeyCountsMost() {
        for (String label : List.of("b2", "a1", "b1", "a2")) {
            orm.model(SAMPLE)
                    .create(
                            SAMPLE.label.set(label),
                            SAMPLE.note.set(label.substring(0, 1)),
                            SAMPLE.amount.set(label.charAt(1) - '0'));
        }
        assertThat(ordered(SAMPLE.note.asc(), SAMPLE.amount.desc())).containsExactly("a2", "a1", "b2", "b1");
        assertThat(ordered(SAMPLE.amount.desc(), SAMPLE.note.asc())).containsExactly("a2", "b2", "a1", "b1");
    }

    @Test
    void aLaterOrderReplacesAnEarlierOne() {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.amount.set(2));
        orm.model(SAMPLE).create(SAMPLE.label.set("b"), SAMPLE.amount.set(1));
        assertThat(orm.model(SAMPLE)
                        .orderBy(SAMPLE.label.asc())
                        .orderBy(SAMPLE.amount.asc())
                        .findValues(SAMPLE.label))
                .containsExactly("b", "a");
    }

    @Test
    void tiesAreBrokenById() {
        for (String id : List.of("c", "a", "d", "b")) {
            orm.model(SAMPLE).create(SAMPLE.id.set(id), SAMPLE.label.set("same"));
        }
        assertThat(orm.model(SAMPLE).orderBy(SAMPLE.label.desc()).take(4).findValues(SAMPLE.id))
                .containsExactly("a", "b", "c", "d");
        assertThat(orm.model(SAMPLE).orderBy(SAMPLE.label.asc()).skip(1).findValues(SAMPLE.id))
                .containsExactly("b", "c", "d");
        assertThat(orm.model(SAMPLE).findFirst().orElseThrow().get(SAMPLE.id)).isEqualTo("a");
        assertThat(orm.model(SAMPLE).take(2).findValues(SAMPLE.id)).containsExactly("a", "b");
        assertThat(orm.model(SAMPLE).orderBy(SAMPLE.id.desc()).take(2).findValues(SAMPLE.id))
                .containsExactly("d", "c");
    }
}
