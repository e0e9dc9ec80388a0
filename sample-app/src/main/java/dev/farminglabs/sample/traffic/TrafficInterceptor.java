package dev.farminglabs.sample.traffic;

import dev.farminglabs.sample.traffic.RecentRequests.Answered;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives pages the calls of their request, and keeps those of the latest requests. */
@Component
class TrafficInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final RecentRequests recent;

    TrafficInterceptor(RecentRequests recent) {
        this.recent = recent;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** The controller is done with the stores and the page is not yet written. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        RequestCalls calls = RequestCalls.current();
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            page.addObject("calls", calls);
        }
        if (!response.isCommitted() && !calls.all().isEmpty()) {
            response.setHeader(ServerTiming.HEADER, calls.serverTiming());
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (handler instanceof HandlerMethod && request.getDispatcherType() == DispatcherType.REQUEST) {
            String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            recent.add(new Answered(
                    request.getMethod(),
                    pattern,
                    response.getStatus(),
                    RequestCalls.current().byStore()));
        }
    }
}
