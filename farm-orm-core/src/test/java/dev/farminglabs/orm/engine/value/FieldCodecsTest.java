package dev.farminglabs.orm.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldCodecsTest {

    private final FieldCodecs codecs = new FieldCodecs(new JsonText(null));

    private Object storable(String field, Object value) {
        return codecs.of(Shape.field(field)).storable(value);
    }

    @ParameterizedTest
    @CsvSource({"9.50,9.5", "0.00,0", "100,100", "1E+2,100", "-999.99,-999.99"})
    void stripsTrailingZeros(String given, String kept) {
        BigDecimal stored = (BigDecimal) storable("price", new BigDecimal(given));
        assertThat(stored).isEqualTo(new BigDecimal(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "0.001", "999.995", "1E+2147483647", "1E-2147483647"})
    void refusesDecimalsThatDoNotFitInsteadOfRounding(String given) {
        assertThatThrownBy(() -> storable("price", new BigDecimal(given)))
                .isInstanceOfSatisfying(
                        OrmError.class, error -> assertThat(error.code()).isEqualTo(OrmErrorCode.VALUE_TOO_LARGE))
                .hasMessageNotContaining(given);
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(storable("name", "\uD83D\uDE00".repeat(5))).isEqualTo("\uD83D\uDE00".repeat(5));
        assertThatThrownBy(() -> storable("name", "abcdef")).isInstanceOf(OrmError.class);
    }

    @Test
    void cutsTimesToTheMillisecondAndTowardsThePast() {
        assertThat(storable("at", Instant.parse("2026-01-01T00:00:00.123999999Z")))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertThat(storable("at", Instant.parse("1960-01-01T00:00:00.0005Z")))
                .isEqualTo(Instant.parse("1960-01-01T00:00:00.000Z"));
    }

    @Test
    void refusesTimesNoStoreKeepsButComparesWithThem() {
        assertThatThrownBy(() -> storable("at", Instant.MAX)).isInstanceOf(OrmError.class);
        assertThat(codecs.of(Shape.field("at")).comparable(Instant.MAX)).isEqualTo(FieldCodecs.LATEST.plusMillis(1));
        assertThat(codecs.of(Shape.field("at")).comparable(Instant.MIN)).isEqualTo(FieldCodecs.EARLIEST.minusMillis(1));
    }
}
