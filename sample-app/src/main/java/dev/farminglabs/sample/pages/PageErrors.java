package dev.farminglabs.sample.pages;

import dev.farminglabs.sample.api.NotSignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What failures mean for somebody who looks at a page. The API's own advice comes first. */
@ControllerAdvice(annotations = Controller.class)
@Order
class PageErrors {

    @ExceptionHandler(NotSignedIn.class)
    String notSignedIn() {
        return "redirect:/sign-in";
    }

    /** The application's own words: no such workspace, no seat left, too many tries. */
    @ExceptionHandler
    ModelAndView told(ErrorResponseException failure, HttpServletResponse response) {
        failure.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        HttpStatus status = HttpStatus.valueOf(failure.getStatusCode().value());
        ModelMap page = new ModelMap("status", status.value());
        page.addAttribute("error", status.getReasonPhrase());
        page.addAttribute("message", failure.getBody().getDetail());
        return new ModelAndView("error", page, status);
    }

    /** The queries here are fixed, so one that cannot mean anything has got its cursor from the address bar. */
    @ExceptionHandler
    void unusableCursor(InvalidDataAccessApiUsageException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
