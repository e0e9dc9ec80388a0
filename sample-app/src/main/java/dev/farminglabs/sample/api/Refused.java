package dev.farminglabs.sample.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A rule of the product says no. */
public class Refused extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private Refused(HttpStatus status, String why) {
        super(status, ProblemDetail.forStatusAndDetail(status, why), null);
    }

    /** It is not for this person: 403. */
    public static Refused forbidden(String why) {
        return new Refused(HttpStatus.FORBIDDEN, why);
    }

    /** It does not fit what is there: 409. */
    public static Refused conflict(String why) {
        return new Refused(HttpStatus.CONFLICT, why);
    }

    /** Why, for people. */
    public String why() {
        String detail = getBody().getDetail();
        return detail == null ? "" : detail;
    }
}
