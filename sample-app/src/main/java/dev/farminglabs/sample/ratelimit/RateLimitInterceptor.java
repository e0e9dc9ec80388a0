package dev.farminglabs.sample.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts the calls of each client address. */
@Component
class RateLimitInterceptor implements HandlerInterceptor {

    private static final String SCOPE = "api";

    private final RateLimiter limiter;
    private final RateLimitProperties limit;

    RateLimitInterceptor(RateLimiter limiter, RateLimitProperties limit) {
        this.limiter = limiter;
        this.limit = limit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Instant now = Instant.now();
        String client = request.getRemoteAddr();
        if (!limiter.tryConsume(SCOPE, client, limit.calls(), now.plus(limit.window()))) {
            Instant resetAt = limiter.resetAt(SCOPE, client).orElse(now);
            throw new TooManyRequests(Duration.between(now, resetAt));
        }
        return true;
    }
}
