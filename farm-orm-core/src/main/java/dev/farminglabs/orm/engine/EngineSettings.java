package dev.farminglabs.orm.engine;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be set for one client.
 *
 * @param jsonMapper  the mapper for JSON fields, or null for a private one with fixed settings
 * @param clock       the clock for defaults and expiry
 * @param maxAffected how many stored records one write may change or remove at most, or null for any number
 */
public record EngineSettings(
        @Nullable JsonMapper jsonMapper,
        Clock clock,
        @Nullable Integer maxAffected) {

    /** A private mapper, the system's clock and no ceiling. */
    public static final EngineSettings DEFAULT = new EngineSettings(null, Clock.systemUTC(), null);
}
