package dev.farminglabs.orm.autoconfigure.console;

import java.util.function.UnaryOperator;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Asks an application for pages without a socket, from whatever address. */
final class Visitor {

    private final MockMvc mvc;

    Visitor(WebApplicationContext application) {
        this.mvc = MockMvcBuilders.webAppContextSetup(application).build();
    }

    MockHttpServletResponse get(String address) {
        return send("GET", address, request -> request);
    }

    /** The page, of which it is known that it is there. */
    String page(String address) {
        return text(get(address));
    }

    static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    MockHttpServletResponse send(String method, String address, UnaryOperator<MockHttpServletRequest> more) {
        try {
            return mvc.perform(MockMvcRequestBuilders.request(
                                    org.springframework.http.HttpMethod.valueOf(method), java.net.URI.create(address))
                            .with(request -> {
                                request.setRemoteAddr("127.0.0.1");
                                request.addHeader("Host", "localhost:8080");
                                return more.apply(request);
                            }))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
