package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Assignment;
import dev.farminglabs.orm.driver.Capabilities.Support;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.tck.Samples.Counter;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Adding in place. */
public abstract class CounterContract extends Contract<Samples> {

    protected CounterContract() {
        super(new Samples());
    }

    @BeforeEach
    void aCounter() {
        orm.model(COUNTER)
                .create(
                        COUNTER.id.set("c"),
                        COUNTER.scope.set("s"),
                        COUNTER.name.set("n"),
                        COUNTER.count.set(10),
                        COUNTER.total.set(10L));
    }

    private boolean change(Assignment<Counter> assignment) {
        return orm.model(COUNTER).where(COUNTER.key.is("s", "n")).update(assignment);
    }

    private int count() {
        return orm.model(COUNTER).findValues(COUNTER.count).get(0);
    }

    @Test
    void isThere() {
        assertThat(capabilities().increment()).isNotEqualTo(Support.NONE);
    }

    @Test
    void addsAndSubtracts() {
        assertThat(change(COUNTER.count.increment(5))).isTrue();
        assertThat(count()).isEqualTo(15);
        assertThat(change(COUNTER.count.decrement(20))).isTrue();
        assertThat(count()).isEqualTo(-5);
        change(COUNTER.count.increment(-1));
        assertThat(count()).isEqualTo(-6);
        change(COUNTER.total.increment(9_007_199_254_740_993L));
        assertThat(orm.model(COUNTER).findValues(COUNTER.total)).containsExactly(9_007_199_254_741_003L);
        change(COUNTER.share.set(new BigDecimal("0.1")));
        change(COUNTER.share.increment(new BigDecimal("0.200000001")));
        assertThat(orm.model(COUNTER).findValues(COUNTER.share)).containsExactly(new BigDecimal("0.300000001"));
        change(COUNTER.share.decrement(new BigDecimal("0.300000001")));
        assertThat(orm.model(COUNTER).findValues(COUNTER.share).get(0)).isEqualByComparingTo("0");
    }

    @Test
    void aNullFieldStaysNull() {
        assertThat(change(COUNTER.share.increment(BigDecimal.ONE))).isTrue();
        assertThat(orm.model(COUNTER).where(COUNTER.share.isNull()).count()).isEqualTo(1);
    }

    @Test
    void isGuardedByTheConditions() {
        var guarded = orm.model(COUNTER).where(COUNTER.key.is("s", "n"), COUNTER.count.gt(0));
        for (int i = 0; i < 10; i++) {
            assertThat(guarded.update(COUNTER.count.decrement(1))).isTrue();
        }
        assertThat(guarded.update(COUNTER.count.decrement(1))).isFalse();
        assertThat(count()).isZero();
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        change(COUNTER.count.set(Integer.MAX_VALUE));
        failure(OrmErrorCode.VALUE_TOO_LARGE, () -> change(COUNTER.count.increment(1)));
        assertThat(count()).isEqualTo(Integer.MAX_VALUE);
        change(COUNTER.total.set(Long.MIN_VALUE));
        failure(OrmErrorCode.VALUE_TOO_LARGE, () -> change(COUNTER.total.decrement(1L)));
        assertThat(orm.model(COUNTER).findValues(COUNTER.total)).containsExactly(Long.MIN_VALUE);
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.rate.set(new BigDecimal("9999.99")));
        failure(
                OrmErrorCode.VALUE_TOO_LARGE,
                () -> orm.model(SAMPLE).all().updateMany(SAMPLE.rate.increment(new BigDecimal("0.01"))));
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.rate)).containsExactly(new BigDecimal("9999.99"));
    }

    @Test
    void worksOnManyAndInBothHalvesSeparately() {
        orm.model(COUNTER).create(COUNTER.scope.set("s"), COUNTER.name.set("m"), COUNTER.count.set(1));
        assertThat(orm.model(COUNTER).where(COUNTER.scope.eq("s")).updateMany(COUNTER.count.increment(2)))
                .isEqualTo(2);
        assertThat(orm.model(COUNTER).orderBy(COUNTER.name.asc()).findValues(COUNTER.count))
                .containsExactly(3, 12);
        refused(
                "increment",
                () -> orm.model(COUNTER)
                        .create(COUNTER.scope.set("s"), COUNTER.name.set("k"), COUNTER.count.increment(1)));
        refused("increment(null)", () -> COUNTER.count.increment(null));
    }

    @Test
    void readsTheOldValueWhateverTheOrderOfAssignments() {
        orm.model(COUNTER)
                .where(COUNTER.key.is("s", "n"))
                .update(COUNTER.count.increment(1), COUNTER.total.increment(1L));
        assertThat(count()).isEqualTo(11);
        assertThat(orm.model(COUNTER).findValues(COUNTER.total)).containsExactly(11L);
    }

    /** A model without a version and a time of change: nothing else makes a record different. */
    @Test
    void whatIsMatchedCountsAlsoWhereNothingIsDifferent() {
        orm.model(COUNTER).create(COUNTER.scope.set("a"), COUNTER.name.set("m"), COUNTER.count.set(1));
        orm.model(COUNTER).create(COUNTER.scope.set("b"), COUNTER.name.set("m"), COUNTER.count.set(2));
        assertThat(orm.model(COUNTER).where(COUNTER.name.eq("m")).updateMany(COUNTER.count.set(1)))
                .isEqualTo(2);
        assertThat(orm.model(COUNTER).where(COUNTER.name.eq("m")).updateMany(COUNTER.count.set(1)))
                .isEqualTo(2);
        assertThat(orm.model(COUNTER).where(COUNTER.key.is("a", "m")).update(COUNTER.count.set(1)))
                .isTrue();
    }
}
