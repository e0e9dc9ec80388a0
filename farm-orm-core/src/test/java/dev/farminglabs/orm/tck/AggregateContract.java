package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.tck.Samples.Color;
import dev.farminglabs.orm.tck.Samples.Level;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Count, exists, sum, mean, least and greatest, and count by value. */
public abstract class AggregateContract extends Contract<Samples> {

    protected AggregateContract() {
        super(new Samples());
    }

    private void sample(String label, int amount, @Nullable String price) {
        orm.model(SAMPLE)
                .create(
                        SAMPLE.label.set(label),
                        SAMPLE.amount.set(amount),
                        SAMPLE.big.set(Long.MAX_VALUE),
                        SAMPLE.priceOrNull.setOrNull(price == null ? null : new BigDecimal(price)),
                        SAMPLE.atOrNull.setOrNull(price == null ? null : START.plusMillis(amount)),
                        SAMPLE.color.setOrNull(price == null ? null : Color.GREEN),
                        SAMPLE.flagOrNull.setOrNull(price == null ? null : amount > 1),
                        SAMPLE.level.set(Level.HIGH));
    }

    private void three() {
        sample("a", 1, "0.5");
        sample("b", 2, null);
        sample("c", 4, "1.25");
    }

    @Test
    void ofNothing() {
        assertThat(orm.model(SAMPLE).count()).isZero();
        assertThat(orm.model(SAMPLE).exists()).isFalse();
        assertThat(orm.model(SAMPLE).sum(SAMPLE.amount)).isEqualTo(BigDecimal.ZERO);
        assertThat(orm.model(SAMPLE).avg(SAMPLE.amount)).isEmpty();
        assertThat(orm.model(SAMPLE).min(SAMPLE.amount)).isEmpty();
        assertThat(orm.model(SAMPLE).max(SAMPLE.label)).isEmpty();
        assertThat(orm.model(SAMPLE).countBy(SAMPLE.label)).isEmpty();
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.label)).isEmpty();
    }

    @Test
    void ofNullsOnly() {
        sample("a", 1, null);
        assertThat(orm.model(SAMPLE).sum(SAMPLE.priceOrNull)).isEqualTo(BigDecimal.ZERO);
        assertThat(orm.model(SAMPLE).avg(SAMPLE.priceOrNull)).isEmpty();
        assertThat(orm.model(SAMPLE).max(SAMPLE.priceOrNull)).isEmpty();
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.priceOrNull)).isEmpty();
    }

    @Test
    void sumsAreExact() {
        three();
        assertThat(orm.model(SAMPLE).sum(SAMPLE.amount)).isEqualByComparingTo("7");
        assertThat(orm.model(SAMPLE).sum(SAMPLE.priceOrNull)).isEqualTo(new BigDecimal("1.75"));
        assertThat(orm.model(SAMPLE).sum(SAMPLE.big)).isEqualByComparingTo("27670116110564327421");
        assertThat(orm.model(SAMPLE).where(SAMPLE.amount.gt(1)).sum(SAMPLE.amount))
                .isEqualByComparingTo("6");
    }

    @Test
    void meansHaveThirtyEightDigits() {
        three();
        assertThat(orm.model(SAMPLE).avg(SAMPLE.amount))
                .contains(new BigDecimal("2.3333333333333333333333333333333333333"));
        assertThat(orm.model(SAMPLE).avg(SAMPLE.priceOrNull)).contains(new BigDecimal("0.875"));
        assertThat(orm.model(SAMPLE).avg(SAMPLE.big).orElseThrow()).isEqualByComparingTo("9223372036854775807");
        assertThat(orm.model(SAMPLE).where(SAMPLE.amount.lt(3)).avg(SAMPLE.amount))
                .contains(new BigDecimal("1.5"));
        sample("d", -1, null);
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.amount.in(-1, 1))
                        .avg(SAMPLE.amount)
                        .orElseThrow())
                .isEqualByComparingTo("0");
    }

    @Test
    void leastAndGreatestOfEveryKind() {
        three();
        assertThat(orm.model(SAMPLE).min(SAMPLE.amount)).contains(1);
        assertThat(orm.model(SAMPLE).max(SAMPLE.amount)).contains(4);
        assertThat(orm.model(SAMPLE).max(SAMPLE.big)).contains(Long.MAX_VALUE);
        assertThat(orm.model(SAMPLE).min(SAMPLE.priceOrNull)).contains(new BigDecimal("0.5"));
        assertThat(orm.model(SAMPLE).min(SAMPLE.label)).contains("a");
        assertThat(orm.model(SAMPLE).max(SAMPLE.label)).contains("c");
        assertThat(orm.model(SAMPLE).max(SAMPLE.atOrNull)).contains(START_STORED.plusMillis(4));
    }

    @Test
    void countsByValueAndForNone() {
        three();
        sample("a", 9, "2");
        assertThat(orm.model(SAMPLE).countBy(SAMPLE.label)).isEqualTo(Map.of("a", 2L, "b", 1L, "c", 1L));
        Map<@Nullable Color, Long> byColor = orm.model(SAMPLE).countBy(SAMPLE.color);
        assertThat(byColor).hasSize(2).containsEntry(Color.GREEN, 3L).containsEntry(null, 1L);
        assertThat(orm.model(SAMPLE).countBy(SAMPLE.flagOrNull))
                .hasSize(3)
                .containsEntry(true, 2L)
                .containsEntry(false, 1L)
                .containsEntry(null, 1L);
        assertThat(orm.model(SAMPLE).countBy(SAMPLE.level)).isEqualTo(Map.of(Level.HIGH, 4L));
        assertThat(orm.model(SAMPLE).where(SAMPLE.label.ne("a")).countBy(SAMPLE.amount))
                .isEqualTo(Map.of(2, 1L, 4, 1L));
    }

    @Test
    void valuesLeaveOutNone() {
        three();
        assertThat(orm.model(SAMPLE).orderBy(SAMPLE.amount.desc()).findValues(SAMPLE.priceOrNull))
                .containsExactly(new BigDecimal("1.25"), new BigDecimal("0.5"));
        assertThat(orm.model(SAMPLE)
                        .orderBy(SAMPLE.amount.asc())
                        .skip(1)
                        .take(1)
                        .findValues(SAMPLE.label))
                .containsExactly("b");
    }

    @Test
    void countAndExistsKeepSkipAndTake() {
        three();
        assertThat(orm.model(SAMPLE).take(2).count()).isEqualTo(2);
        assertThat(orm.model(SAMPLE).skip(2).count()).isEqualTo(1);
        assertThat(orm.model(SAMPLE).skip(1).take(5).count()).isEqualTo(2);
        assertThat(orm.model(SAMPLE).skip(3).count()).isZero();
        assertThat(orm.model(SAMPLE).skip(3).exists()).isFalse();
        assertThat(orm.model(SAMPLE).skip(2).exists()).isTrue();
    }

    @Test
    void theOthersAreOverAllRecords() {
        three();
        refused("sum", () -> orm.model(SAMPLE).take(2).sum(SAMPLE.amount));
        refused("avg", () -> orm.model(SAMPLE).skip(1).avg(SAMPLE.amount));
        refused("min", () -> orm.model(SAMPLE).take(2).min(SAMPLE.amount));
        refused("max", () -> orm.model(SAMPLE).take(2).max(SAMPLE.amount));
        refused("countBy", () -> orm.model(SAMPLE).take(1).countBy(SAMPLE.label));
    }
}
