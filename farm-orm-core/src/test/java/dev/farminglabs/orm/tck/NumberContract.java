package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers keep their value, and what does not fit is refused and never rounded. */
public abstract class NumberContract extends Contract<Samples> {

    protected NumberContract() {
        super(new Samples());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE})
    void integersComeBack(int value) {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.amount.set(value));
        assertThat(orm.model(SAMPLE).where(SAMPLE.amount.eq(value)).findValues(SAMPLE.amount))
                .containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -9_007_199_254_740_993L, -1, 0, 9_007_199_254_740_993L, Long.MAX_VALUE})
    void longsComeBack(long value) {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.big.set(value));
        assertThat(orm.model(SAMPLE).where(SAMPLE.big.eq(value)).findValues(SAMPLE.big))
                .containsExactly(value);
        if (value < Long.MAX_VALUE) {
            assertThat(orm.model(SAMPLE).where(SAMPLE.big.eq(value + 1)).count())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9.50, 9.5",
        "0.000000001, 0.000000001",
        "-0.000000001, -0.000000001",
        "0.00, 0",
        "1E+3, 1000",
        "100, 100",
        "12345678901234567890123456789.123456789, 12345678901234567890123456789.123456789",
        "-99999999999999999999999999999.999999999, -99999999999999999999999999999.999999999"
    })
    void decimalsComeBackWithoutTrailingZeros(String given, String stored) {
        Row created = orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.price.set(new BigDecimal(given)));
        BigDecimal read = orm.model(SAMPLE).findFirst().orElseThrow().get(SAMPLE.price);
        assertThat(read).isEqualTo(created.get(SAMPLE.price));
        assertThat(read.toPlainString()).isEqualTo(stored);
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.price.eq(new BigDecimal(stored)))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void decimalsAreComparedByValue() {
        for (String price : List.of("10", "9.5", "100", "-1", "9.50000001")) {
            orm.model(SAMPLE).create(SAMPLE.label.set(price), SAMPLE.price.set(new BigDecimal(price)));
        }
        assertThat(orm.model(SAMPLE).orderBy(SAMPLE.price.asc()).findValues(SAMPLE.label))
                .containsExactly("-1", "9.5", "9.50000001", "10", "100");
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.price.eq(new BigDecimal("9.500")))
                        .count())
                .isEqualTo(1);
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.price.lt(new BigDecimal("10.0")))
                        .count())
                .isEqualTo(3);
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.price.gt(new BigDecimal("9.5")))
                        .count())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000000001", "100000000000000000000000000000", "1E+30"})
    void aDecimalThatDoesNotFitIsRefused(String value) {
        OrmError error = failure(
                OrmErrorCode.VALUE_TOO_LARGE,
                () -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.price.set(new BigDecimal(value))));
        assertThat(error.model()).isEqualTo("sample");
        assertThat(error.fields()).containsExactly("price");
        assertThat(orm.model(SAMPLE).count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"9999.99, true", "-9999.99, true", "0.10, true", "0.100, true", "10000, false", "0.001, false"})
    void declaredDigitsAreKept(String value, boolean fits) {
        if (fits) {
            orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.rate.set(new BigDecimal(value)));
            assertThat(orm.model(SAMPLE).findValues(SAMPLE.rate).get(0)).isEqualByComparingTo(value);
        } else {
            OrmError error = failure(
                    OrmErrorCode.VALUE_TOO_LARGE,
                    () -> orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.rate.set(new BigDecimal(value))));
            assertThat(error.fields()).containsExactly("rate");
        }
    }

    @Test
    void aConditionMayHoldAnyNumber() {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.rate.set(new BigDecimal("0.10")));
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.rate.lt(new BigDecimal("1E+40")))
                        .count())
                .isEqualTo(1);
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.rate.eq(new BigDecimal("0.1000000000001")))
                        .count())
                .isZero();
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.rate.gt(new BigDecimal("0.0999999999999")))
                        .count())
                .isEqualTo(1);
    }
}
