package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are points in time, kept to the millisecond. */
public abstract class TimeContract extends Contract<Samples> {

    protected TimeContract() {
        super(new Samples());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00.123456789Z, 2026-03-01T12:00:00.123Z",
        "2026-03-01T12:00:00.999999999Z, 2026-03-01T12:00:00.999Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999Z",
        "1969-12-31T23:59:59.000000001Z, 1969-12-31T23:59:59Z",
        "1582-10-10T00:00:00.001Z, 1582-10-10T00:00:00.001Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
        "2026-03-29T01:30:00.5Z, 2026-03-29T01:30:00.5Z",
        "2026-10-25T00:30:00Z, 2026-10-25T00:30:00Z"
    })
    void isCutToMilliseconds(Instant given, Instant stored) {
        Row created = orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.at.set(given));
        assertThat(created.get(SAMPLE.at)).isEqualTo(stored);
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.at)).containsExactly(stored);
        assertThat(orm.model(SAMPLE).where(SAMPLE.at.eq(given)).count()).isEqualTo(1);
        assertThat(orm.model(SAMPLE).where(SAMPLE.at.eq(stored.plusMillis(1))).count())
                .isZero();
    }

    @Test
    void theZoneOfTheProcessDoesNotCount() {
        TimeZone before = TimeZone.getDefault();
        Instant inTheGap = Instant.parse("2026-03-08T10:30:00.007Z");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.at.set(inTheGap));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(orm.model(SAMPLE).where(SAMPLE.at.eq(inTheGap)).findValues(SAMPLE.at))
                    .containsExactly(inTheGap);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void comparesToTheMillisecond() {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.at.set(START));
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.at.lt(START_STORED.plusMillis(1)))
                        .count())
                .isEqualTo(1);
        assertThat(orm.model(SAMPLE).where(SAMPLE.at.lt(START_STORED)).count()).isZero();
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.at.gt(START_STORED.minusMillis(1)))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void setNowTakesTheClientsClock() {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.atOrNull.setNow());
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.atOrNull)).containsExactly(START_STORED);
        clock.advance(Duration.ofMillis(1));
        orm.model(SAMPLE).all().updateMany(SAMPLE.atOrNull.setNow());
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.atOrNull)).containsExactly(START_STORED.plusMillis(1));
    }
}
