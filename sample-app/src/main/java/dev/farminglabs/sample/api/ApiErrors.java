package dev.farminglabs.sample.api;

import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure of the API into problem details. The one place that knows what a storage error means over HTTP. */
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> storage(DataAccessException failure, WebRequest request) {
        ProblemDetail problem = OrmError.in(failure)
                .map(ApiErrors::problem)
                .orElseGet(() -> ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR));
        if (problem.getStatus() >= 500) {
            logger.error("A call to a store failed", failure);
        }
        HttpHeaders headers = new HttpHeaders();
        if (OrmError.in(failure).filter(error -> error.retry() == Retry.SAFE).isPresent()) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return handleExceptionInternal(failure, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static ProblemDetail problem(OrmError error) {
        ProblemDetail problem = ProblemDetail.forStatus(status(error.code()));
        problem.setDetail(detail(error));
        problem.setProperty("code", error.code());
        problem.setProperty("fields", error.fields());
        return problem;
    }

    /** The queries of this application are fixed, so one that cannot mean anything has got its argument from outside. */
    private static HttpStatus status(OrmErrorCode code) {
        return switch (code) {
            case UNIQUE_CONSTRAINT_VIOLATION, FOREIGN_KEY_VIOLATION -> HttpStatus.CONFLICT;
            case NOT_NULL_VIOLATION, CHECK_VIOLATION, VALUE_TOO_LARGE, INVALID_QUERY -> HttpStatus.BAD_REQUEST;
            case TRANSACTION_CONFLICT, DEADLOCK, LOCK_TIMEOUT, TIMEOUT, CONNECTION_FAILED ->
                HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** Says what is wrong by names; the error's own message stays in the log. */
    private static String detail(OrmError error) {
        String model = error.model() == null ? "record" : error.model();
        String fields = String.join(" and ", error.fields());
        return switch (error.code()) {
            case UNIQUE_CONSTRAINT_VIOLATION -> "There is a " + model + " with this " + fields + " already.";
            case FOREIGN_KEY_VIOLATION -> "Something this " + model + " refers to is not there.";
            case NOT_NULL_VIOLATION, CHECK_VIOLATION, VALUE_TOO_LARGE ->
                "A value of " + model + " is missing or does not fit: " + fields + ".";
            case INVALID_QUERY ->
                "A value of the request cannot be used" + (fields.isEmpty() ? "." : ": " + fields + ".");
            default -> "The store could not do this.";
        };
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = failure.getFieldErrors();
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setDetail(errors.stream()
                .map(error -> error.getField() + " "
                        + (error.isBindingFailure() ? "is not valid" : error.getDefaultMessage()))
                .sorted()
                .collect(Collectors.joining("; ")));
        problem.setProperty(
                "fields",
                errors.stream().map(FieldError::getField).distinct().sorted().toList());
        return handleExceptionInternal(failure, problem, headers, status, request);
    }
}
