package dev.farminglabs.sample;

import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The API as one user calls it. */
final class Api {

    static final String PASSWORD = "correct horse battery";
    static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final RestTestClient http;
    private final String token;

    private Api(RestTestClient http, String token) {
        this.http = http;
        this.token = token;
    }

    static Api anonymous(int port) {
        return new Api(
                RestTestClient.bindToServer()
                        .baseUrl("http://localhost:" + port)
                        .build(),
                "none");
    }

    /** Signs up and in. */
    static Api of(int port, String email) {
        Api api = anonymous(port);
        api.post("/api/users", account(email)).expectStatus().isCreated();
        return api.signIn(email);
    }

    Api signIn(String email) {
        return signIn(Map.of("email", email, "password", PASSWORD));
    }

    Api signIn(Map<String, Object> claim) {
        Map<String, Object> session = post("/api/sessions", claim)
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
        return new Api(http, (String) Objects.requireNonNull(session).get("token"));
    }

    static Map<String, Object> account(String email) {
        return Map.of("email", email, "name", "Somebody", "password", PASSWORD);
    }

    ResponseSpec get(String path, Object... variables) {
        return http.get().uri(path, variables).headers(this::sign).exchange();
    }

    ResponseSpec post(String path, Map<String, Object> body) {
        return http.post().uri(path).headers(this::sign).body(body).exchange();
    }

    ResponseSpec put(String path, Map<String, Object> body) {
        return http.put().uri(path).headers(this::sign).body(body).exchange();
    }

    ResponseSpec delete(String path) {
        return http.delete().uri(path).headers(this::sign).exchange();
    }

    private void sign(HttpHeaders headers) {
        headers.setBearerAuth(token);
    }
}
