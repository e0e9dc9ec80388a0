package dev.farminglabs.orm.autoconfigure.console;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Decides who may come in and what may be done, and tells the browser what a page may do. Thread-safe. */
final class Door {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            // With no-referrer a browser would not tell where a form comes from.
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            "X-Robots-Tag",
            "noindex");

    private final Site site;

    Door(Site site) {
        this.site = site;
    }

    /**
     * Lets the request in.
     *
     * @throws Refusal when it comes from elsewhere, or may not change what it wants to change
     */
    void check(ServerRequest request) {
        ConsoleProperties console = site.console();
        Caller caller = new Caller(request.servletRequest());
        if (!console.allowRemote() && !caller.isHere()) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "For this machine only",
                    "The console answers only to its own machine, and not through a proxy"
                            + " (farm.orm.console.allow-remote).");
        }
        if (!caller.knowsTheName(console.allowRemote(), console.allowedHosts())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "Not by this name",
                    "The console answers to the name localhost and to names that it was told"
                            + " (farm.orm.console.allowed-hosts).");
        }
        if (!request.method().equals(HttpMethod.GET)) {
            String readOnly = site.whyReadOnly();
            if (readOnly != null) {
                throw new Refusal(HttpStatus.FORBIDDEN, "Nothing was done", readOnly);
            }
            site.forms().check(request);
        }
    }

    /** What every answer says to the browser. */
    ServerResponse.BodyBuilder answer(ServerRequest request, HttpStatus status) {
        ServerResponse.BodyBuilder answer =
                ServerResponse.status(status).headers(headers -> HEADERS.forEach(headers::set));
        site.forms()
                .newCookie(request, site.links(request).base())
                .ifPresent(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer;
    }
}
