package dev.farminglabs.orm.autoconfigure.actuate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the health of stores.
 *
 * @param timeToLive How long the answer of a store is kept; with zero it is asked each time.
 * @param readiness Whether the health of stores is part of the readiness group, where nothing else is said about that group.
 */
@ConfigurationProperties("farm.orm.health")
record FarmOrmHealthProperties(
        @DefaultValue("10s") Duration timeToLive,
        @DefaultValue("true") boolean readiness) {}
