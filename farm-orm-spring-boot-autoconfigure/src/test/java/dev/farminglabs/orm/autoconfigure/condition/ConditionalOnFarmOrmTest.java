package dev.farminglabs.orm.autoconfigure.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.FastState;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ConditionalOnFarmOrmTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(OneStore.class)
            .withConfiguration(AutoConfigurations.of(
                    FarmOrmAutoConfiguration.class,
                    EarlyAutoConfiguration.class,
                    LateAutoConfiguration.class,
                    OnSchemaAutoConfiguration.class));

    @Test
    void aLibraryBeforeOrAfterOursBringsASchemaAndItsUser() {
        context.run(ready -> {
            assertThat(ready).hasNotFailed();
            assertThat(ready.getBean(Early.class).orm().schema()).isInstanceOf(ControlPlane.class);
            assertThat(ready.getBean(Late.class).orm().schema()).isInstanceOf(FastState.class);
        });
    }

    @Test
    void aConditionOnASchemaMatchesAfterTheOneThatDeclaresIt() {
        context.run(ready -> assertThat(ready).hasBean("onControlPlane").doesNotHaveBean("onNoSchema"));
    }

    @Test
    void switchedOffNothingMatchesAndTheReportSaysWhy() {
        context.withPropertyValues("farm.orm.enabled=false").run(ready -> {
            assertThat(ready).hasNotFailed();
            assertThat(ready).doesNotHaveBean(Early.class).doesNotHaveBean(Late.class);
            assertThat(ready).doesNotHaveBean(ControlPlane.class);
            assertThat(messages(ready.getBeanFactory(), LateAutoConfiguration.class.getName()))
                    .contains("@ConditionalOnFarmOrm farm.orm.enabled is false");
        });
    }

    @Test
    void theReportNamesTheSchemaThatIsMissing() {
        context.run(ready -> assertThat(
                        messages(ready.getBeanFactory(), OnSchemaAutoConfiguration.class.getName() + "#onNoSchema"))
                .contains("@ConditionalOnFarmOrm did not find bean of schema " + Unknown.class.getName()));
    }

    private static String messages(
            org.springframework.beans.factory.config.ConfigurableListableBeanFactory beans, String source) {
        var outcomes = ConditionEvaluationReport.get(beans)
                .getConditionAndOutcomesBySource()
                .get(source);
        assertThat(outcomes).as(source).isNotNull();
        StringBuilder all = new StringBuilder();
        outcomes.forEach(
                outcome -> all.append(outcome.getOutcome().getMessage()).append('\n'));
        return all.toString();
    }

    record Early(OrmClient<ControlPlane> orm) {}

    record Late(OrmClient<FastState> orm) {}

    static final class Unknown extends dev.farminglabs.orm.Schema {
        Unknown() {
            super("unknown");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OneStore {
        @Bean
        Driver store() {
            return new MemoryDriver();
        }
    }

    @AutoConfiguration(before = FarmOrmAutoConfiguration.class)
    @ConditionalOnFarmOrm
    static class EarlyAutoConfiguration {
        @Bean
        ControlPlane controlPlane() {
            return new ControlPlane();
        }

        @Bean
        Early early(OrmClient<ControlPlane> orm) {
            return new Early(orm);
        }
    }

    @AutoConfiguration(after = FarmOrmAutoConfiguration.class)
    @ConditionalOnFarmOrm
    static class LateAutoConfiguration {
        @Bean
        FastState fastState() {
            return new FastState();
        }

        @Bean
        Late late(OrmClient<FastState> orm) {
            return new Late(orm);
        }
    }

    @AutoConfiguration(after = EarlyAutoConfiguration.class)
    static class OnSchemaAutoConfiguration {
        @Bean
        @ConditionalOnFarmOrm(schema = ControlPlane.class)
        String onControlPlane() {
            return "";
        }

        @Bean
        @ConditionalOnFarmOrm(schema = {ControlPlane.class, Unknown.class})
        String onNoSchema() {
            return "";
        }
    }
}
