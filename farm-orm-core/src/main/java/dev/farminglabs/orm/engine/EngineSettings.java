package dev.farminglabs.orm.engine;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be set for one client.
 *
 * @param jsonMapper the mapper for JSON fields, or null for a private one with fixed settings
 * @param clock      the clock for defaults and expiry
 */
public record EngineSettings(@Nullable JsonMapper jsonMapper, Clock clock) {

    /** A private mapper and the system's clock. */
    public static final EngineSettings DEFAULT = new EngineSettings(null, Clock.systemUTC());
}
