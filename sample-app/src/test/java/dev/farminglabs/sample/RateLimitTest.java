package dev.farminglabs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The limit in front of the API, with a small number of calls. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"sample.rate-limit.calls=3", "sample.rate-limit.window=10m", "sample.demo-data=false"})
class RateLimitTest {

    @LocalServerPort
    int port;

    @Test
    void grantsExactlyTheLimitAndSaysWhenToComeBack() {
        RestTestClient http = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
        for (int i = 0; i < 3; i++) {
            http.get().uri("/api/workspaces").exchange().expectStatus().isUnauthorized();
        }
        http.get()
                .uri("/api/workspaces")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .value(
                        HttpHeaders.RETRY_AFTER,
                        seconds -> assertThat(Long.parseLong(seconds)).isBetween(1L, 600L));
        http.get().uri("/").exchange().expectStatus().isOk();
    }
}
