package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDataSource;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcome;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ClientReportTest {

    @Test
    void itSaysOnWhichStoreAClientIsAndWhy() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class, OneDataSource.class)
                .withPropertyValues(
                        "farm.orm.schemas.controlPlane.store=driver", "farm.orm.schemas.fastState.bean=dataSource")
                .run(ready -> {
                    assertThat(entry(ready, "controlPlaneOrmClient")
                                    .getOutcome()
                                    .isMatch())
                            .isTrue();
                    assertThat(message(ready, "controlPlaneOrmClient"))
                            .isEqualTo(
                                    "Farm ORM schema bean 'controlPlane' is on driver bean 'fixtureStore', the only one of"
                                            + " the kind its settings name that injection would take");
                    assertThat(message(ready, "fastStateOrmClient"))
                            .endsWith("is on jdbc bean 'dataSource', the bean its settings name");
                });
    }

    @Test
    void itSaysWhyAClientWasNotMade() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class, OwnClient.class)
                .run(ready -> {
                    assertThat(entry(ready, "controlPlaneOrmClient")
                                    .getOutcome()
                                    .isMatch())
                            .isFalse();
                    assertThat(message(ready, "controlPlaneOrmClient"))
                            .endsWith("has the application's own bean 'controlPlaneOrmClient'");
                    assertThat(message(ready, "fastStateOrmClient"))
                            .endsWith("the only store that injection would take");
                });
    }

    @Test
    void itSaysThatThereIsNoSchema() {
        Fixtures.context()
                .run(ready -> assertThat(message(ready, "clients"))
                        .isEqualTo("Farm ORM found no bean of type dev.farminglabs.orm.Schema"));
    }

    private static String message(AssertableApplicationContext context, String what) {
        return Objects.requireNonNull(entry(context, what).getOutcome().getMessage());
    }

    private static ConditionAndOutcome entry(AssertableApplicationContext context, String what) {
        String source = FarmOrmAutoConfiguration.class.getName() + "#" + what;
        var outcomes = ConditionEvaluationReport.get(context.getBeanFactory())
                .getConditionAndOutcomesBySource()
                .get(source);
        assertThat(outcomes).as(source).hasSize(1);
        return Objects.requireNonNull(outcomes).iterator().next();
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {
        @Bean
        OrmClient<ControlPlane> controlPlaneOrmClient(ControlPlane schema) {
            return FarmOrm.connect(schema, new FixtureDriver("own"));
        }
    }
}
