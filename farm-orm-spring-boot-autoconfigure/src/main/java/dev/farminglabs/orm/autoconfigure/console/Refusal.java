package dev.farminglabs.orm.autoconfigure.console;

import org.springframework.http.HttpStatus;

/** What the console does not do, in words for the page. Holds names, and nothing of what was sent but what is a name. */
final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String title;

    Refusal(HttpStatus status, String title, String message) {
        super(message);
        this.status = status;
        this.title = title;
    }

    /** There is no such thing. */
    static Refusal unknown(String what, String near) {
        return new Refusal(HttpStatus.NOT_FOUND, "Not found", what + near);
    }

    /** The request says something that cannot be meant. */
    static Refusal bad(String message) {
        return new Refusal(HttpStatus.BAD_REQUEST, "That cannot be asked", message);
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
