package dev.farminglabs.sample.session;

import dev.farminglabs.sample.api.NotSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers who makes the request, and pages the name to show. */
@Component
class SignedInResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final SessionStore sessions;

    SignedInResolver(SessionStore sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        SignedIn user =
                http == null ? null : Tokens.of(http).flatMap(sessions::use).orElse(null);
        if (user == null && !parameter.isOptional()) {
            throw new NotSignedIn();
        }
        if (user != null && page != null) {
            page.addAttribute("signedIn", user);
        }
        return user;
    }
}
