package dev.farminglabs.orm.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.autoconfigure.Fixtures;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EndpointTest {

    private final ApplicationContextRunner context = Fixtures.context()
            .withConfiguration(AutoConfigurations.of(FarmOrmEndpointAutoConfiguration.class))
            .withUserConfiguration(TwoSchemas.class, OneDriver.class);

    @Test
    void itIsThereWhereItIsExposed() {
        context.run(ready -> assertThat(ready).doesNotHaveBean(FarmOrmEndpoint.class));
        context.withPropertyValues("management.endpoints.web.exposure.include=farmorm")
                .run(ready -> assertThat(
                                ready.getBean(FarmOrmEndpoint.class).schemas().schemas())
                        .containsOnlyKeys("controlPlane", "fastState"));
        context.withPropertyValues(
                        "management.endpoints.web.exposure.include=*", "management.endpoint.farmorm.access=NONE")
                .run(ready -> assertThat(ready).doesNotHaveBean(FarmOrmEndpoint.class));
        context.withPropertyValues("management.endpoints.web.exposure.include=*")
                .withClassLoader(new FilteredClassLoader(Endpoint.class))
                .run(ready -> assertThat(ready).hasNotFailed().doesNotHaveBean(FarmOrmEndpoint.class));
    }

    @Test
    void overHttpItTellsNamesAndNoSecrets() throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:endpoint",
                        "--spring.datasource.username=ada",
                        "--spring.datasource.password=s3cret",
                        "--management.endpoints.web.exposure.include=farmorm,health",
                        "--management.endpoint.health.show-details=always",
                        "--farm.orm.schemas.controlPlane.setup=push",
                        "--farm.orm.schemas.controlPlane.prefix=acme_")) {
            String text = get(application, "farmorm");
            assertThat(text).doesNotContain("s3cret", "ada\"");
            assertThat(withoutAbilities(text)).isEqualTo(withoutAbilities(documented()));
            JsonNode schema = JsonMapper.shared().readTree(text).at("/schemas/controlPlane");
            assertThat(schema.at("/schema").asString()).isEqualTo("controlPlane");
            assertThat(schema.at("/models/0/name").asString()).isEqualTo("user");
            assertThat(schema.at("/models/0/table").asString()).isEqualTo("acme_users");
            assertThat(schema.at("/store/kind").asString()).isEqualTo("jdbc");
            assertThat(schema.at("/store/dialect").asString()).isEqualTo("h2");
            assertThat(schema.at("/store/addresses/0").asString()).isEqualTo("h2:mem:endpoint");
            assertThat(schema.at("/capabilities/transactions").asString()).isEqualTo("INTERACTIVE");
            assertThat(schema.at("/setup/phase").asString()).isEqualTo("application-runner");
            assertThat(schema.at("/setup/state").asString()).startsWith("pushed: ");
            assertThat(JsonMapper.shared().readTree(get(application, "farmorm/controlPlane")))
                    .isEqualTo(schema);
            assertThat(get(application, "farmorm/nobody")).isEqualTo("404");
            assertThat(get(application, "farmorm/controlPlane/other")).isEqualTo("404");
            JsonNode drift = JsonMapper.shared().readTree(get(application, "farmorm/controlPlane/drift"));
            assertThat(drift.at("/fits").asBoolean()).isTrue();
            assertThat(drift.at("/differences").size()).isZero();
            assertThat(JsonMapper.shared()
                            .readTree(get(application, "health"))
                            .at("/components/farmorm/components/controlPlane/status")
                            .asString())
                    .isEqualTo("UP");
        }
    }

    /** Only the names of the abilities: which ones a dialect has is not this test's concern. */
    private static JsonNode withoutAbilities(String text) {
        JsonNode answer = JsonMapper.shared().readTree(text);
        ObjectNode schema = (ObjectNode) answer.at("/schemas/controlPlane");
        ArrayNode names = schema.putArray("names");
        schema.get("capabilities").propertyNames().forEach(names::add);
        schema.remove("capabilities");
        return answer;
    }

    /** The sample answer in the guide. */
    private static String documented() throws IOException {
        String guide = Files.readString(Path.of("../docs/operations.md"));
        int from = guide.indexOf("```json\n") + "```json\n".length();
        return guide.substring(from, guide.indexOf("```", from));
    }

    static String get(ConfigurableApplicationContext application, String path) throws Exception {
        String port = application.getEnvironment().getProperty("local.server.port");
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 200 ? response.body() : String.valueOf(response.statusCode());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                DataRedisAutoConfiguration.class,
                MongoAutoConfiguration.class,
                FlywayAutoConfiguration.class,
                LiquibaseAutoConfiguration.class
            })
    @Import(OneSchema.class)
    static class Application {}
}
