package dev.farminglabs.sample.ratelimit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits.
 *
 * @param calls   how many calls of the API one client address has in each window
 * @param signIns how many tries to sign in one mail address has in each window
 * @param window  how long a window is
 */
@ConfigurationProperties("sample.rate-limit")
record RateLimitProperties(
        @DefaultValue("120") int calls,
        @DefaultValue("10") int signIns,
        @DefaultValue("1m") Duration window) {}
