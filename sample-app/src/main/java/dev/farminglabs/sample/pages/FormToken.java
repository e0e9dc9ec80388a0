package dev.farminglabs.sample.pages;

import dev.farminglabs.sample.api.Refused;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.springframework.web.util.WebUtils;

/**
 * Lets a form be sent only from a page of ours. Each browser has a secret in a cookie that no script reads and no foreign site
 * makes it send; each form repeats it. Thymeleaf asks the bean of this name for the hidden field of every {@code th:action}.
 */
@Component("requestDataValueProcessor")
class FormToken implements HandlerInterceptor, RequestDataValueProcessor, WebMvcConfigurer {

    private static final String NAME = "form-token";
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**", "/actuator/**", "/error");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (request.getMethod().equals("POST") && !matches(cookie, request.getParameter(NAME))) {
            throw Refused.forbidden("This form did not come from a page of this application.");
        }
        request.setAttribute(NAME, cookie == null ? issue(request, response) : cookie.getValue());
        return true;
    }

    private static boolean matches(@Nullable Cookie cookie, @Nullable String sent) {
        return cookie != null && sent != null && MessageDigest.isEqual(bytes(cookie.getValue()), bytes(sent));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String issue(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ResponseCookie cookie = ResponseCookie.from(NAME, token)
                .path(request.getContextPath() + "/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return token;
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String token ? Map.of(NAME, token) : null;
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String httpMethod) {
        return action;
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return value;
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return url;
    }
}
