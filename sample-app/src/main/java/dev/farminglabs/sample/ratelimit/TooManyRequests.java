package dev.farminglabs.sample.ratelimit;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The client has no calls left in this window: 429, saying in whole seconds when to come back. */
class TooManyRequests extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    TooManyRequests(Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, "Too many calls; come back later."),
                null);
        getHeaders()
                .set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }
}
