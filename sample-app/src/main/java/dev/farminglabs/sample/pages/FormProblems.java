package dev.farminglabs.sample.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** What is wrong with a form, a sentence for each field. */
public final class FormProblems {

    private final Map<String, String> sentences = new LinkedHashMap<>();

    private FormProblems() {}

    /** What validation found. */
    public static FormProblems of(BindingResult result) {
        FormProblems problems = new FormProblems();
        result.getFieldErrors()
                .forEach(error -> problems.add(
                        error.getField(),
                        error.isBindingFailure()
                                ? "Is not valid."
                                : upperFirst(String.valueOf(error.getDefaultMessage())) + "."));
        return problems;
    }

    /** Whether the form can be used. */
    public boolean none() {
        return sentences.isEmpty();
    }

    /** Adds what is wrong with a field; the first sentence about it is kept. */
    public void add(String field, String sentence) {
        sentences.putIfAbsent(field, sentence);
    }

    /** Shows the page with the form again: with what was typed, what is wrong, and a status that says so. */
    public String show(Model page, HttpServletResponse response, String view) {
        page.addAttribute("problems", sentences);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view;
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
