package dev.farminglabs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.StatusAssertions;

/** The whole application over HTTP: every endpoint, every refusal, both pages. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "sample.rate-limit.calls=1000")
class StoryTest {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    @LocalServerPort
    int port;

    private RestTestClient http;

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void aWorkspaceFromItsFoundingToItsDashboard() {
        Map<String, Object> created = post("/api/workspaces", workspace("north", "North", "nora@north.example"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/workspaces/north")
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
        String id = (String) at(created, "workspace").get("id");
        assertThat(at(created, "owner")).containsEntry("email", "nora@north.example");
        assertThat(at(created, "workspace")).containsEntry("plan", "FREE");

        post("/api/workspaces/north/members", member("sam@north.example", "member"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.user.name")
                .isEqualTo("Somebody");
        post(
                        "/api/workspaces/north/subscriptions",
                        Map.of(
                                "providerCustomerId", "cus_north",
                                "plan", "ENTERPRISE",
                                "status", "active",
                                "renewsAt", "2031-01-01T00:00:00.123456Z"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.renewsAt")
                .isEqualTo("2031-01-01T00:00:00.123Z");
        put("/api/cache/workspace-dashboard/" + id, Map.of("visits", 41)).isEqualTo(HttpStatus.CREATED);
        put("/api/cache/workspace-dashboard/" + id, Map.of("visits", 42)).isEqualTo(HttpStatus.NO_CONTENT);

        get("/api/workspaces/north")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.workspace.plan")
                .isEqualTo("ENTERPRISE")
                .jsonPath("$.workspace.memberships[0].role")
                .isEqualTo("owner")
                .jsonPath("$.workspace.memberships[0].user.email")
                .isEqualTo("nora@north.example")
                .jsonPath("$.workspace.memberships.length()")
                .isEqualTo(2)
                .jsonPath("$.workspace.subscriptions[0].providerCustomerId")
                .isEqualTo("cus_north")
                .jsonPath("$.cachedMetrics.visits")
                .isEqualTo(42);
        get("/api/workspaces/north/audit?size=2")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].action")
                .isEqualTo("subscription.added")
                .jsonPath("$.items[1].action")
                .isEqualTo("member.added")
                .jsonPath("$.next")
                .isNotEmpty();
    }

    @Test
    void aSessionLivesUntilItIsEnded() {
        post("/api/workspaces", workspace("south", "South", "sue@south.example"))
                .expectStatus()
                .isCreated();
        Map<String, Object> session = post(
                        "/api/sessions",
                        Map.of("email", "Sue@South.example", "workspace", "south", "state", Map.of("theme", "dark")))
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
        String path = "/api/sessions/" + Objects.requireNonNull(session).get("sessionToken");

        get(path).expectStatus().isOk().expectBody().jsonPath("$.state.theme").isEqualTo("dark");
        http.delete().uri(path).exchange().expectStatus().isNoContent();
        get(path).expectStatus().isNotFound();
        http.delete().uri(path).exchange().expectStatus().isNotFound();
        post("/api/sessions", Map.of("email", "stranger@south.example", "workspace", "south"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aConflictNamesTheFieldsAndNeverTheValue() {
        post("/api/workspaces", workspace("east", "East", "eve@east.example"))
                .expectStatus()
                .isCreated();
        conflict("/api/workspaces", workspace("east", "Other", "mallory@east.example"), "slug");
        conflict("/api/users", Map.of("email", "eve@east.example", "name", "Eve"), "email");
        conflict("/api/workspaces/east/members", member("eve@east.example", "admin"), "userId", "workspaceId");

        // The refused workspace was one transaction: its owner has not been created either.
        post("/api/users", Map.of("email", "mallory@east.example", "name", "Mallory"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void whatIsNotThereIs404() {
        for (String path : List.of(
                "/api/workspaces/nowhere",
                "/api/workspaces/nowhere/audit",
                "/api/users/nobody",
                "/api/sessions/none",
                "/api/cache/none/none")) {
            get(path).expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        post("/api/workspaces/nowhere/members", member("a@b.example", "member"))
                .expectStatus()
                .isNotFound();
        http.get()
                .uri("/workspaces/nowhere")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("Not Found"));
    }

    @Test
    void badInputIs400AndNamesTheField() {
        post("/api/workspaces", workspace("No Slug", "X", "x@x.example"))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.fields[0]")
                .isEqualTo("slug");
        post("/api/users", Map.of("email", "not an address", "name", " "))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields")
                .isEqualTo(List.of("email", "name"));
        get("/api/workspaces?size=0").expectStatus().isBadRequest();
        get("/api/workspaces?cursor=made-up").expectStatus().isBadRequest();
        get("/?cursor=made-up").expectStatus().isBadRequest();
        http.put()
                .uri("/api/cache/n/k?ttl=0")
                .body(Map.of("a", 1))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void pagesByCursorGiveEveryWorkspaceOnce() {
        for (int i = 0; i < 5; i++) {
            post("/api/workspaces", workspace("page-" + i, "Page " + i, "pat@page.example"))
                    .expectStatus()
                    .isCreated();
        }
        List<String> slugs = new ArrayList<>();
        String next = "";
        while (next != null) {
            Map<String, Object> page = http.get()
                    .uri("/api/workspaces?size=2&cursor={next}", next)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(JSON)
                    .returnResult()
                    .getResponseBody();
            for (Object item : (List<?>) Objects.requireNonNull(page).get("items")) {
                slugs.add((String) ((Map<?, ?>) item).get("slug"));
            }
            next = (String) page.get("next");
        }
        assertThat(slugs).doesNotHaveDuplicates().contains("acme", "initech").containsSubsequence("page-4", "page-0");
    }

    @Test
    void thePagesShowTheRecordsAndTheStores() {
        assertThat(page("/"))
                .contains("Acme", "Initech", "controlPlane", ">h2<", "fastState", ">redis<", "interactive");
        assertThat(page("/workspaces/acme"))
                .contains("Ada Lovelace", "grace@acme.example", "cus_acme", "workspace.created", "Cached metrics");
        assertThat(page("/style.css")).contains("prefers-color-scheme: dark");
    }

    private void conflict(String path, Map<String, Object> body, String... fields) {
        String problem = post(path, body)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem).contains("UNIQUE_CONSTRAINT_VIOLATION").contains(fields);
        body.values().forEach(value -> assertThat(problem).doesNotContain("\"" + value + "\""));
    }

    private String page(String path) {
        return http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private RestTestClient.ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    private RestTestClient.ResponseSpec post(String path, Map<String, Object> body) {
        return http.post().uri(path).body(body).exchange();
    }

    private StatusAssertions put(String path, Map<String, Object> body) {
        return http.put().uri(path).body(body).exchange().expectStatus();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> json, String key) {
        return (Map<String, Object>) Objects.requireNonNull(json).get(key);
    }

    private static Map<String, Object> workspace(String slug, String name, String ownerEmail) {
        return Map.of("slug", slug, "name", name, "ownerEmail", ownerEmail, "ownerName", "Founder");
    }

    private static Map<String, Object> member(String email, String role) {
        return Map.of("email", email, "name", "Somebody", "role", role);
    }
}
