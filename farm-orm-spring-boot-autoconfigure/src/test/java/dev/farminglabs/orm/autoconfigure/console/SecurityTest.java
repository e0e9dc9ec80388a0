package dev.farminglabs.orm.autoconfigure.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Over real sockets, beside Spring Security with its own defence against forged forms. */
class SecurityTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\">");

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Secured {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aFormHasWhatBothAskFor() throws Exception {
        try (ServletWebServerApplicationContext application = ConsoleApplication.start(
                new Class<?>[] {ConsoleApplication.class, Secured.class},
                "secured",
                "farm.orm.console.writable=true")) {
            String setup = "http://localhost:" + application.getWebServer().getPort() + "/farm-orm/schemas/shop/setup";
            HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(setup)));
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher hidden = HIDDEN.matcher(page.body());
            while (hidden.find()) {
                fields.put(hidden.group(1), hidden.group(2));
            }
            assertThat(fields).containsOnlyKeys("token", "_csrf");
            String cookies = page.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.replaceFirst(";.*", ""))
                    .collect(Collectors.joining("; "));

            assertThat(post(setup, cookies, Map.of("token", fields.get("token"))))
                    .isEqualTo(403);
            assertThat(post(setup, cookies, Map.of("_csrf", fields.get("_csrf"))))
                    .isEqualTo(403);
            assertThat(post(setup, cookies, fields)).isEqualTo(200);
            assertThat(send(HttpRequest.newBuilder(URI.create(setup))).body()).contains("A push would add nothing");
        }
    }

    @Test
    void whatAHeaderSaysIsNotTheAddressOfTheSocket() throws Exception {
        for (String strategy : new String[] {"none", "framework", "native"}) {
            try (ServletWebServerApplicationContext application =
                    ConsoleApplication.start("forwarded", "server.forward-headers-strategy=" + strategy)) {
                URI home = URI.create(
                        "http://localhost:" + application.getWebServer().getPort() + "/farm-orm");
                // Tomcat marks every request then, and does not tell the address of the socket any more.
                assertThat(send(HttpRequest.newBuilder(home)).statusCode())
                        .as(strategy)
                        .isEqualTo(strategy.equals("native") ? 403 : 200);
                for (String header : new String[] {"X-Forwarded-For", "X-Real-IP", "Forwarded"}) {
                    String value = header.equals("Forwarded") ? "for=127.0.0.1" : "127.0.0.1";
                    assertThat(send(HttpRequest.newBuilder(home).header(header, value))
                                    .statusCode())
                            .as(strategy + " " + header)
                            .isEqualTo(403);
                }
            }
        }
    }

    private int post(String address, String cookies, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                        .header("Cookie", cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
