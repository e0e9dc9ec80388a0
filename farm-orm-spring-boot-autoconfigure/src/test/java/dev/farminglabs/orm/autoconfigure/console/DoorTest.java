package dev.farminglabs.orm.autoconfigure.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@SuppressWarnings("NullAway.Init")
@ExtendWith(OutputCaptureExtension.class)
class DoorTest {

    private static final String SETUP = "/farm-orm/schemas/shop/setup";
    private static ServletWebServerApplicationContext application;

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @BeforeAll
    static void start() {
        application = ConsoleApplication.start("door");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8080, 200",
        "127.8.8.8, 127.0.0.1, 200",
        "::1, [::1]:8080, 200",
        "0:0:0:0:0:0:0:1, app.localhost, 200",
        "192.168.1.7, localhost, 403",
        "10.0.0.1, 127.0.0.1, 403",
        "127.0.0.1, example.com, 403",
        "127.0.0.1, 192.168.1.7:8080, 403",
        "127.0.0.1, localhost.example.com, 403",
        "127.0.0.1, abc.de, 403",
        "127.0.0.1, 127.0.0.256, 403",
        "'', localhost, 403"
    })
    void onlyThisMachineIsLetIn(String address, String host, int status) {
        for (String page : new String[] {"/farm-orm", "/farm-orm/assets/console.css", SETUP}) {
            MockHttpServletResponse answer = new Visitor(application).send("GET", page, request -> {
                request.setRemoteAddr(address);
                request.removeHeader("Host");
                request.addHeader("Host", host);
                return request;
            });
            assertThat(answer.getStatus()).isEqualTo(status);
            if (status == 403) {
                assertThat(Visitor.text(answer))
                        .containsPattern("For this machine only|Not by this name")
                        .doesNotContain("shop", "customer");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"})
    void aProxyIsNotThisMachine(String header) {
        MockHttpServletResponse answer = new Visitor(application).send("GET", "/farm-orm", request -> {
            request.addHeader(header, "127.0.0.1");
            return request;
        });
        assertThat(answer.getStatus()).isEqualTo(403);
    }

    @Test
    void othersAreLetInWhereItIsSaid() {
        try (ServletWebServerApplicationContext open = ConsoleApplication.start(
                "remote", "farm.orm.console.allow-remote=true", "farm.orm.console.path=/peek/")) {
            MockHttpServletResponse answer = new Visitor(open).send("GET", "/peek", request -> {
                request.setRemoteAddr("192.168.1.7");
                return request;
            });
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void whoeverComesFromElsewhereHasToKnowTheName() {
        Map<String, Integer> names = new LinkedHashMap<>();
        List.of("evil.example", "evil.example:8080", "console.test.evil.example", "localhost.evil.example", "")
                .forEach(name -> names.put(name, 403));
        List.of("localhost:8080", "192.168.1.7:8080", "[2001:db8::7]:8080", "Console.Test:8080")
                .forEach(name -> names.put(name, 200));
        try (ServletWebServerApplicationContext open = ConsoleApplication.start(
                "names",
                "farm.orm.console.allow-remote=true",
                "farm.orm.console.writable=true",
                "farm.orm.console.allowed-hosts=console.test")) {
            Visitor visitor = new Visitor(open);
            MockHttpServletResponse form = visitor.get(SETUP);
            String session = session(form);
            String token = token(form);
            names.forEach((host, status) -> {
                UnaryOperator<MockHttpServletRequest> called = request -> {
                    request.setRemoteAddr("172.17.0.1");
                    request.removeHeader("Host");
                    request.addHeader("Host", host);
                    request.addHeader("Origin", "http://" + host);
                    return request;
                };
                assertThat(visitor.send("GET", SETUP, called).getStatus())
                        .as(host)
                        .isEqualTo(status);
                assertThat(push(visitor, session, token, called)).as(host).isEqualTo(status);
            });
        }
    }

    @Test
    void whereTheSettingsSayDryRunNothingIsPushed() {
        try (ServletWebServerApplicationContext dry =
                ConsoleApplication.start("dry", "farm.orm.console.writable=true", "farm.orm.setup.dry-run=true")) {
            Visitor visitor = new Visitor(dry);
            assertThat(visitor.page(SETUP))
                    .contains("Pending plan", "farm.orm.setup.dry-run")
                    .doesNotContain("<button");
            MockHttpServletResponse refused = visitor.send("POST", SETUP, request -> request);
            assertThat(refused.getStatus()).isEqualTo(403);
            assertThat(Visitor.text(refused)).contains("Nothing was done", "farm.orm.setup.dry-run");
        }
    }

    @Test
    void aPushNeedsTheFormOfThisBrowser(CapturedOutput output) {
        try (ServletWebServerApplicationContext writable =
                ConsoleApplication.start("csrf", "farm.orm.console.writable=true")) {
            Visitor visitor = new Visitor(writable);
            MockHttpServletResponse page = visitor.get(SETUP);
            String cookie = page.getHeader("Set-Cookie");
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/farm-orm");
            String session = session(page);
            String token = token(page);

            UnaryOperator<MockHttpServletRequest> same = request -> request;
            assertThat(push(visitor, null, token, same)).isEqualTo(403);
            assertThat(push(visitor, session, null, same)).isEqualTo(403);
            assertThat(push(visitor, session, token + "x", same)).isEqualTo(403);
            assertThat(push(visitor, "another", token, same)).isEqualTo(403);
            assertThat(push(visitor, session, token, header("Origin", "http://evil.example")))
                    .isEqualTo(403);
            assertThat(push(visitor, session, token, header("Origin", "null"))).isEqualTo(403);
            assertThat(push(visitor, session, token, header("Origin", "http://localhost:9090")))
                    .isEqualTo(403);
            for (String site : new String[] {"cross-site", "same-site", "none"}) {
                assertThat(push(visitor, session, token, header("Sec-Fetch-Site", site)))
                        .isEqualTo(403);
            }
            assertThat(visitor.page(SETUP)).contains("Pending plan", "Push ");
            assertThat(push(visitor, session, token, header("Origin", "http://localhost:8080")))
                    .isEqualTo(200);
            assertThat(visitor.page(SETUP)).contains("A push would add nothing");
            assertThat(output).contains("Schema bean 'shop': pushed [", "table customers", "] from the console");
        }
    }

    @Test
    void aReadOnlyConsoleRefusesEvenAWholeForm() {
        Visitor visitor = new Visitor(application);
        assertThat(push(visitor, "session", "token", request -> request)).isEqualTo(403);
        assertThat(visitor.page(SETUP)).contains("Pending plan").doesNotContain("<button type=\"submit\">Push");
    }

    private static UnaryOperator<MockHttpServletRequest> header(String name, String value) {
        return request -> {
            request.addHeader(name, value);
            return request;
        };
    }

    private static String session(MockHttpServletResponse page) {
        return String.valueOf(page.getHeader("Set-Cookie")).replaceFirst("[^=]+=([^;]+);.*", "$1");
    }

    static String token(MockHttpServletResponse page) {
        Matcher token = TOKEN.matcher(Visitor.text(page));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    static int push(
            Visitor visitor,
            @org.jspecify.annotations.Nullable String session,
            @org.jspecify.annotations.Nullable String token,
            UnaryOperator<MockHttpServletRequest> more) {
        return visitor.send("POST", SETUP, request -> {
                    if (session != null) {
                        request.setCookies(new jakarta.servlet.http.Cookie(Forms.COOKIE, session));
                    }
                    if (token != null) {
                        request.setParameter(Forms.TOKEN, token);
                    }
                    return more.apply(request);
                })
                .getStatus();
    }
}
