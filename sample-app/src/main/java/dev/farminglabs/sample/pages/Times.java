package dev.farminglabs.sample.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows times on the pages, in UTC. */
@Component("times")
class Times {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** The time for people; a dash for none. */
    public String show(@Nullable Instant time) {
        return time == null ? "–" : FORMAT.format(time) + " UTC";
    }
}
