package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.console.html.Html;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Makes forms that change something, and refuses the ones that this server has not made for this browser. Thread-safe. */
final class Forms {

    static final String COOKIE = "farm-orm-console";
    static final String TOKEN = "token";

    private static final String SESSION = Forms.class.getName() + ".session";

    private final Tokens tokens;
    private final ObjectProvider<RequestDataValueProcessor> processors;

    Forms(Tokens tokens, ObjectProvider<RequestDataValueProcessor> processors) {
        this.tokens = tokens;
        this.processors = processors;
    }

    /** A form that is sent to the address, with what lets it pass here and, where there is Spring Security, there. */
    Html form(ServerRequest request, String address) {
        Html form = Html.of("form").with("method", "post").with("action", address);
        form.add(hidden(TOKEN, tokens.of(session(request))));
        processors.ifUnique(processor -> {
            Map<String, String> more = processor.getExtraHiddenFields(request.servletRequest());
            if (more != null) {
                more.forEach((name, value) -> form.add(hidden(name, value)));
            }
        });
        return form;
    }

    static Html hidden(String name, String value) {
        return Html.of("input").with("type", "hidden").with("name", name).with("value", value);
    }

    /** The session of the browser; a new one where it has sent none. */
    private String session(ServerRequest request) {
        return sent(request).orElseGet(() ->
                (String) request.attributes().computeIfAbsent(SESSION, key -> tokens.session()));
    }

    private static Optional<String> sent(ServerRequest request) {
        return Optional.ofNullable(request.cookies().getFirst(COOKIE)).map(Cookie::getValue);
    }

    /** The header that gives the browser its session, where a form was made for one without. */
    Optional<String> newCookie(ServerRequest request, String path) {
        return request.attribute(SESSION)
                .map(session -> ResponseCookie.from(COOKIE, (String) session)
                        .path(path)
                        .httpOnly(true)
                        .secure(request.servletRequest().isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
    }

    /**
     * Lets a form of ours pass.
     *
     * @throws Refusal when another site has sent it, or it has not the token of this browser
     */
    void check(ServerRequest request) {
        HttpHeaders headers = request.headers().asHttpHeaders();
        String site = headers.getFirst("Sec-Fetch-Site");
        String origin = headers.getOrigin();
        boolean ours = (site == null || site.equals("same-origin")) && (origin == null || isOurs(origin, headers));
        String token = request.param(TOKEN).orElse("");
        if (!ours || !sent(request).map(session -> tokens.match(session, token)).orElse(false)) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "Nothing was done",
                    "This form was not made by this page, or the application was started again since."
                            + " Open the page again and repeat it.");
        }
    }

    private static boolean isOurs(String origin, HttpHeaders headers) {
        try {
            String host = headers.getFirst(HttpHeaders.HOST);
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
