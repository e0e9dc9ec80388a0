package dev.farminglabs.sample.pages;

import dev.farminglabs.sample.api.NotSignedIn;
import dev.farminglabs.sample.api.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What failures mean for somebody who looks at a page. The API's own advice comes first. */
@ControllerAdvice(annotations = Controller.class)
@Order
class PageErrors {

    @ExceptionHandler(NotSignedIn.class)
    String notSignedIn() {
        return "redirect:/sign-in";
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        response.sendError(refused.getStatusCode().value(), refused.why());
    }

    /** The queries here are fixed, so one that cannot mean anything has got its cursor from the address bar. */
    @ExceptionHandler
    void unusableCursor(InvalidDataAccessApiUsageException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
