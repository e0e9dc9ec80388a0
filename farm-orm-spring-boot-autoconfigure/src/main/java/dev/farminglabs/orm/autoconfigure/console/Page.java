package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.console.html.Html;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What one page shows.
 *
 * @param status  how the answer is marked
 * @param title   its heading
 * @param way     links to the pages above it
 * @param content what is below the heading
 */
record Page(HttpStatus status, String title, List<Html> way, List<Html> content) {

    static Page of(String title, List<Html> way, List<Html> content) {
        return new Page(HttpStatus.OK, title, way, content);
    }

    static Page of(Refusal refusal) {
        Html notice = Html.styled("div", "notice wrong").add(Html.of("p", refusal.words()));
        return new Page(refusal.status(), refusal.title(), List.of(), List.of(notice));
    }

    /** An error of a client in words, with its code. */
    static Page of(OrmError error) {
        boolean caller = error.code() == OrmErrorCode.INVALID_QUERY || error.code() == OrmErrorCode.UNSUPPORTED;
        HttpStatus status = caller ? HttpStatus.BAD_REQUEST : HttpStatus.SERVICE_UNAVAILABLE;
        return new Page(status, "The store did not answer this", List.of(), List.of(notice(error)));
    }

    /** The code, the message, and whether to try again. */
    static Html notice(OrmError error) {
        String advice = error.retry() == Retry.SAFE ? "Nothing has happened: trying again is safe." : "";
        return Html.styled("div", "notice wrong")
                .with("role", "alert")
                .add(Html.of("p").add(Html.of("code", error.code().name()).with("class", "code")))
                .add(lines(String.valueOf(((Throwable) error).getMessage())))
                .add(Html.of("p", advice));
    }

    private static Html lines(String message) {
        return Html.of("pre", message).with("class", "message");
    }
}
