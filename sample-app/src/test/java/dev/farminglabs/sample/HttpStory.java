package dev.farminglabs.sample;

import static dev.farminglabs.sample.Api.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.FastState;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The whole application over HTTP, API and pages. What it says does not depend on the stores. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "sample.rate-limit.calls=1000")
abstract class HttpStory {

    private final String durable;
    private final String fast;
    private final boolean together;

    @LocalServerPort
    int port;

    HttpStory(String durable, String fast, boolean together) {
        this.durable = durable;
        this.fast = fast;
        this.together = together;
    }

    @Test
    void aWorkspaceFromItsFoundingToItsDashboard() {
        Api nora = Api.of(port, "Nora@north.example");
        Api.of(port, "sam@north.example");
        nora.post("/api/workspaces", workspace("north"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/workspaces/north")
                .expectBody()
                .jsonPath("$.plan")
                .isEqualTo("FREE");
        nora.post("/api/workspaces/north/members", member("sam@north.example"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.user.name")
                .isEqualTo("Somebody");
        nora.put("/api/workspaces/north/plan", Map.of("plan", "PRO"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("active");

        dashboard(nora, false).jsonPath("$.workspace.plan").isEqualTo("PRO");
        dashboard(nora, true)
                .jsonPath("$.workspace.seats")
                .isEqualTo(2)
                .jsonPath("$.workspace.memberships[0].user.email")
                .isEqualTo("nora@north.example")
                .jsonPath("$.workspace.memberships[1].role")
                .isEqualTo("member")
                .jsonPath("$.workspace.subscriptions.length()")
                .isEqualTo(1)
                .jsonPath("$.metrics.deeds['member.added']")
                .isEqualTo(1);
        nora.get("/api/workspaces/north/audit?size=2")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].action")
                .isEqualTo("plan.chosen")
                .jsonPath("$.items[0].actor.name")
                .isEqualTo("Somebody")
                .jsonPath("$.items[1].action")
                .isEqualTo("member.added")
                .jsonPath("$.next")
                .isNotEmpty();
    }

    private static org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec dashboard(
            Api user, boolean cached) {
        return user.get("/api/workspaces/north")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.metrics.cached")
                .isEqualTo(cached);
    }

    @Test
    void aSessionLivesUntilItIsEnded() {
        Api sue = Api.of(port, "sue@south.example");
        sue.get("/api/sessions/current")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.email")
                .isEqualTo("sue@south.example");
        sue.delete("/api/sessions/current").expectStatus().isNoContent();
        sue.get("/api/sessions/current")
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer");
        sue.post("/api/sessions", Map.of("email", "sue@south.example", "password", "something else"))
                .expectStatus()
                .isForbidden();
        sue.post("/api/sessions", Map.of("email", "stranger@south.example", "password", PASSWORD))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whoGuessesIsStopped() {
        Api api = Api.anonymous(port);
        Map<String, Object> guess = Map.of("email", "target@guess.example", "password", "guess");
        for (int i = 0; i < 10; i++) {
            api.post("/api/sessions", guess).expectStatus().isForbidden();
        }
        api.post("/api/sessions", guess)
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Long.parseLong(seconds)).isBetween(1L, 60L));
    }

    @Test
    void aConflictNamesTheFieldAndNeverTheValue() {
        Api eve = Api.of(port, "eve@east.example");
        eve.post("/api/workspaces", workspace("east")).expectStatus().isCreated();
        conflict(eve.post("/api/workspaces", workspace("east")), "slug", "east");
        conflict(eve.post("/api/users", Api.account("eve@east.example")), "email", "eve@east.example");
    }

    private static void conflict(ResponseSpec answer, String field, String value) {
        String problem = answer.expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem)
                .contains("UNIQUE_CONSTRAINT_VIOLATION", "\"fields\":[\"" + field + "\"]")
                .doesNotContain("\"" + value + "\"");
    }

    @Test
    void aPlanHasSoManySeatsHoweverManyRaceForThem() throws Exception {
        Api owner = Api.of(port, "olga@seats.example");
        owner.post("/api/workspaces", workspace("seats")).expectStatus().isCreated();
        List<String> people =
                IntStream.range(0, 6).mapToObj(i -> "p" + i + "@seats.example").toList();
        people.forEach(email ->
                owner.post("/api/users", Api.account(email)).expectStatus().isCreated());

        assertThat(statuses(owner, people)).containsExactlyInAnyOrder(201, 201, 409, 409, 409, 409);
        owner.put("/api/workspaces/seats/plan", Map.of("plan", "PRO"))
                .expectStatus()
                .isOk();
        assertThat(statuses(owner, people)).containsExactlyInAnyOrder(201, 201, 201, 201, 409, 409);
        owner.get("/api/workspaces/seats")
                .expectBody()
                .jsonPath("$.workspace.seats")
                .isEqualTo(7);
        owner.put("/api/workspaces/seats/plan", Map.of("plan", "FREE"))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    private static List<Integer> statuses(Api owner, List<String> people) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        try {
            List<Future<Integer>> calls = new ArrayList<>();
            for (String email : people) {
                calls.add(threads.submit(() -> owner.post("/api/workspaces/seats/members", member(email))
                        .returnResult()
                        .getStatus()
                        .value()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> call : calls) {
                statuses.add(call.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theWorkspacesOfOthersAreNotThere() {
        Api owner = Api.of(port, "wendy@west.example");
        owner.post("/api/workspaces", workspace("west")).expectStatus().isCreated();
        Api stranger = Api.of(port, "stranger@west.example");
        for (String path : List.of("/api/workspaces/west", "/api/workspaces/west/audit", "/api/workspaces/nowhere")) {
            stranger.get(path)
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
            Api.anonymous(port).get(path).expectStatus().isUnauthorized();
        }
        stranger.put("/api/workspaces/west/plan", Map.of("plan", "PRO"))
                .expectStatus()
                .isNotFound();
        owner.post("/api/workspaces/west/members", member("stranger@west.example"))
                .expectStatus()
                .isCreated();
        stranger.get("/api/workspaces/west").expectStatus().isOk();
        stranger.put("/api/workspaces/west/plan", Map.of("plan", "PRO"))
                .expectStatus()
                .isForbidden();
        owner.post("/api/workspaces/west/members", member("nobody@west.example"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void badInputIs400AndNamesTheField() {
        Api api = Api.of(port, "bea@bad.example");
        api.post("/api/workspaces", Map.of("slug", "No Slug", "name", "X"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields")
                .isEqualTo(List.of("slug"));
        api.post("/api/users", Map.of("email", "not an address", "name", " ", "password", "short"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.fields")
                .isEqualTo(List.of("email", "name", "password"));
        api.get("/api/workspaces?size=0").expectStatus().isBadRequest();
        api.get("/api/workspaces?cursor=made-up").expectStatus().isBadRequest();
    }

    @Test
    void pagesByCursorGiveEveryWorkspaceOnce() {
        Api pat = Api.of(port, "pat@page.example");
        for (int i = 0; i < 5; i++) {
            pat.post("/api/workspaces", workspace("page-" + i)).expectStatus().isCreated();
        }
        List<String> slugs = new ArrayList<>();
        String next = "";
        while (next != null) {
            Map<String, Object> page = pat.get("/api/workspaces?size=2&cursor={next}", next)
                    .expectStatus()
                    .isOk()
                    .expectBody(Api.JSON)
                    .returnResult()
                    .getResponseBody();
            for (Object item : (List<?>) Objects.requireNonNull(page).get("items")) {
                slugs.add((String) ((Map<?, ?>) item).get("slug"));
            }
            next = (String) page.get("next");
        }
        assertThat(slugs).containsExactly("page-4", "page-3", "page-2", "page-1", "page-0");
    }

    @Test
    void thereIsSomethingToLookAt() {
        Map<String, Object> ada = Map.of("email", "ada@acme.example", "password", "farm-orm-demo");
        Api demo = Api.anonymous(port).signIn(ada);
        demo.get("/api/workspaces")
                .expectBody()
                .jsonPath("$.items[0].slug")
                .isEqualTo("initech")
                .jsonPath("$.items[1].slug")
                .isEqualTo("acme");
        demo.get("/api/workspaces/acme")
                .expectBody()
                .jsonPath("$.workspace.seats")
                .isEqualTo(2);
    }

    @Test
    void everyAnswerSaysWhichStoresItTook() {
        Api tom = Api.of(port, "tom@traffic.example");
        String timing = tom.get("/api/workspaces")
                .expectBody(String.class)
                .returnResult()
                .getResponseHeaders()
                .getFirst("Server-Timing");
        assertThat(timing)
                .startsWith(fast + ";desc=\"") // the limit and the session
                .contains(durable.equals(fast) ? "desc=\"3\"" : durable + ";desc=\"1\"");
    }

    @Test
    void thePagesTellTheSameStory() {
        Visitor vera = new Visitor(port);
        assertThat(vera.get("/").body()).contains("Workspaces on any two stores", "This page asked no store");
        assertThat(vera.get("/workspaces/somewhere").uri()).hasPath("/sign-in");

        vera.get("/sign-up");
        HttpResponse<String> refused =
                vera.post("/sign-up", Map.of("email", "vera", "name", "Vera <b>", "password", "short"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("aria-invalid=\"true\"", "Vera &lt;b&gt;")
                .doesNotContain("value=\"short\"");
        assertThat(signUp(vera, "vera@page.example").body()).contains("Your workspaces", "Vera &lt;b&gt;");
        assertThat(vera.cookies()).hasSize(2).allMatch(HttpCookie::isHttpOnly);

        HttpResponse<String> made = vera.post("/workspaces", Map.of("slug", "veras", "name", "Vera's"));
        assertThat(made.uri()).hasPath("/workspaces/veras");
        assertThat(made.body()).contains("1 of 3", "counted now", durable + ": ", fast + ": ");
        assertThat(vera.get("/workspaces/veras").body()).contains("from the cache");
        assertThat(vera.post("/workspaces", Map.of("slug", "veras", "name", "Again"))
                        .body())
                .contains("There is a workspace with this address already.");
        assertThat(vera.post("/workspaces/veras/members", Map.of("email", "no@page.example", "role", "member"))
                        .body())
                .contains("Nobody has signed up with this address.");
        assertThat(vera.post("/workspaces/veras/plan", Map.of("plan", "ENTERPRISE"))
                        .body())
                .contains("1 of 1000");
        assertThat(vera.get("/workspaces/veras/audit").body()).contains("plan.chosen", "workspace.created");
        assertThat(vera.get("/workspaces/acme").statusCode()).isEqualTo(404);
        assertThat(vera.get("/?cursor=made-up").statusCode()).isEqualTo(400);

        assertThat(vera.get("/stores").body())
                .contains("POST /workspaces/{slug}/plan", ">" + durable + "<", ">" + fast + "<");
        assertThat(vera.get("/stores").body().contains("no transactions here")).isEqualTo(!together);
        vera.get("/");
        assertThat(vera.post("/sign-out", Map.of()).body()).contains("Sign up");
        assertThat(vera.get("/workspaces/veras").uri()).hasPath("/sign-in");
    }

    @Test
    void theConsoleShowsRecordsAndNoHash(
            @Autowired OrmClient<ControlPlane> durable, @Autowired OrmClient<FastState> fast) {
        Api.of(port, "connie@console.example");
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/stores").body()).contains("href=\"/farm-orm\"");
        assertThat(visitor.get("/farm-orm").body())
                .contains("controlPlane on " + this.durable, "fastState on " + this.fast);
        String schemas = "/farm-orm/schemas/";
        assertThat(visitor.get(schemas + "controlPlane/models/user?f=email&o=eq&v=connie%40console.example")
                        .body())
                .contains("1 to 1", "connie@console.example");
        List<String> hashes = durable.model(ControlPlane.CREDENTIAL).findValues(ControlPlane.CREDENTIAL.passwordHash);
        assertThat(visitor.get(schemas + "controlPlane/models/credential").body())
                .contains("title=\"secret\"")
                .doesNotContain(hashes);
        List<String> tokens = fast.model(FastState.SESSION_STATE).findValues(FastState.SESSION_STATE.sessionToken);
        assertThat(visitor.get(schemas + "fastState/models/sessionState").body())
                .contains("title=\"secret\"")
                .doesNotContain(tokens);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-up");
        signUp(visitor, "frank@form.example");
        visitor.forgetFormToken();
        HttpResponse<String> forged = visitor.post("/workspaces", Map.of("slug", "forged", "name", "Forged"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("did not come from a page");
        assertThat(visitor.get("/").body()).contains("None yet").doesNotContain("Forged");
    }

    private static HttpResponse<String> signUp(Visitor visitor, String email) {
        return visitor.post("/sign-up", Map.of("email", email, "name", "Vera <b>", "password", PASSWORD));
    }

    private static Map<String, Object> workspace(String slug) {
        return Map.of("slug", slug, "name", "The name");
    }

    private static Map<String, Object> member(String email) {
        return Map.of("email", email, "role", "member");
    }
}
