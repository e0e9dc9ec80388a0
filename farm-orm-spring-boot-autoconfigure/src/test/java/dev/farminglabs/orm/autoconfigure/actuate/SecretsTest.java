package dev.farminglabs.orm.autoconfigure.actuate;

import static dev.farminglabs.orm.tck.Tenants.ACCOUNT;
import static dev.farminglabs.orm.tck.Tenants.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.reliability.Claim;
import dev.farminglabs.orm.reliability.Figure;
import dev.farminglabs.orm.reliability.Figures;
import dev.farminglabs.orm.tck.Canary;
import dev.farminglabs.orm.tck.Tenants;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.engine.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stored values, tenants and the password of the store are in nothing that an application shows its operators. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

    @Test
    void noSecretIsInEndpointsMetricsObservationsOrLogs(CapturedOutput output) throws Exception {
        String store = "Spring Boot " + SpringBootVersion.getVersion() + " on H2 " + Constants.VERSION;
        Figures.about(Claim.ENDPOINTS)
                .target("0 leaks")
                .on(store, Figure.Kind.IN_PROCESS)
                .measure(() -> {
                    assertSilence(output);
                    return "0 leaks";
                });
    }

    private static void assertSilence(CapturedOutput output) throws Exception {
        try (Canary canary = new Canary();
                ConfigurableApplicationContext application = application(canary)) {
            canary.secrets().forEach(secret -> use(canary, application.getBean(OrmClient.class), secret));
            for (String path : List.of("farmorm", "farmorm/tenants", "farmorm/tenants/drift", "health", "metrics")) {
                canary.hear(answer(application, path));
            }
            assertThat(answer(application, "metrics/farm.orm.client.operation"))
                    .contains("db.operation.name", "UNIQUE_CONSTRAINT_VIOLATION")
                    .satisfies(canary::hear);
            Observed observed = application.getBean(Observed.class);
            assertThat(observed.said).hasSizeGreaterThan(3 * canary.secrets().size());
            canary.hear(observed.said);
            assertThat(output.getAll()).as("the library's own lines are on").contains("dev.farminglabs.orm");
            canary.hear(output.getAll());
            canary.assertSilent();
        }
    }

    private static ConfigurableApplicationContext application(Canary canary) {
        return new SpringApplicationBuilder(Application.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:secrets",
                        "--spring.datasource.password=" + canary.secrets().get(0),
                        "--management.endpoints.web.exposure.include=farmorm,health,metrics",
                        "--management.endpoint.health.show-details=always",
                        "--logging.level.dev.farminglabs.orm=debug",
                        "--farm.orm.schemas.tenants.setup=push");
    }

    private static void use(Canary canary, OrmClient<Tenants> orm, String secret) {
        orm.model(ORG).create(ORG.id.set(secret), ORG.name.set(secret));
        OrmClient<Tenants> bound = orm.forTenant(secret);
        bound.model(ACCOUNT).create(ACCOUNT.name.set(secret));
        assertThat(bound.model(ACCOUNT).where(ACCOUNT.name.eq(secret)).count()).isEqualTo(1);
        Throwable duplicate = catchThrowable(() -> bound.model(ACCOUNT).create(ACCOUNT.name.set(secret)));
        assertThat(duplicate).isNotNull();
        canary.hear(duplicate);
    }

    private static String answer(ConfigurableApplicationContext application, String path) throws Exception {
        String answer = EndpointTest.get(application, path);
        assertThat(answer).as(path).startsWith("{");
        return answer;
    }

    /** Everything an observation carries, which is what traces and metrics are made of. */
    static final class Observed implements ObservationHandler<Observation.Context> {
        final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public void onStop(Observation.Context context) {
            said.add(context.getName() + " " + context.getContextualName() + " " + context.getAllKeyValues());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                DataRedisAutoConfiguration.class,
                MongoAutoConfiguration.class,
                FlywayAutoConfiguration.class,
                LiquibaseAutoConfiguration.class
            })
    static class Application {
        @Bean
        Tenants tenants() {
            return new Tenants();
        }

        @Bean
        Observed observed() {
            return new Observed();
        }
    }
}
