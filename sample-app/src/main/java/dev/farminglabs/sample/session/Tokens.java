package dev.farminglabs.sample.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * How tokens travel: to the API in a header only, which no foreign page can make a browser send, and to the pages in a cookie,
 * which no script can read.
 */
final class Tokens {

    private static final String COOKIE = "session";
    private static final String BEARER = "Bearer ";

    static Optional<Token> of(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .filter(header -> header.startsWith(BEARER))
                    .map(header -> new Token(header.substring(BEARER.length())));
        }
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(cookie -> new Token(cookie.getValue()));
    }

    /** Gives the browser the token, or takes it away. It ends with the browser; the session may end before. */
    static void set(HttpServletRequest request, HttpServletResponse response, @Nullable Token token) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, token == null ? "" : token.text())
                .maxAge(token == null ? Duration.ZERO : Duration.ofSeconds(-1))
                .path(request.getContextPath() + "/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private Tokens() {}
}
