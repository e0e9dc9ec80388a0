package dev.farminglabs.sample.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** There is no such record: 404. */
public class NotFound extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /** Nothing of that kind, such as {@code workspace}, was found. */
    public NotFound(String kind) {
        super(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such " + kind + "."),
                null);
    }
}
