package dev.farminglabs.sample.traffic;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Says with each answer of the API which stores it took, before its body is written. */
@ControllerAdvice
class ServerTiming implements ResponseBodyAdvice<Object> {

    static final String HEADER = "Server-Timing";

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        String timing = RequestCalls.current().serverTiming();
        if (!timing.isEmpty()) {
            response.getHeaders().set(HEADER, timing);
        }
        return body;
    }
}
