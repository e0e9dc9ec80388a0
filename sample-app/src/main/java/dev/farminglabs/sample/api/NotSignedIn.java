package dev.farminglabs.sample.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The request has no session that lives: 401. A page sends to the sign-in instead. */
public class NotSignedIn extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /** Says how to come back with a session. */
    public NotSignedIn() {
        super(
                HttpStatus.UNAUTHORIZED,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNAUTHORIZED, "Sign in at /api/sessions and send the token as bearer."),
                null);
        getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
