package dev.farminglabs.benchmarks.sql;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What an application makes for a new record. */
final class NewIds {

    private static final Clock CLOCK = Clock.systemUTC();

    static String id() {
        return UUID.randomUUID().toString();
    }

    static Instant instant() {
        return CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static OffsetDateTime now() {
        return instant().atOffset(java.time.ZoneOffset.UTC);
    }

    private NewIds() {}
}
