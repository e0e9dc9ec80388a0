package dev.farminglabs.sample.ratelimit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limit in front of the API.
 *
 * @param calls  how many calls one client address has in each window
 * @param window how long a window is
 */
@ConfigurationProperties("sample.rate-limit")
record RateLimitProperties(
        @DefaultValue("120") int calls, @DefaultValue("1m") Duration window) {}
