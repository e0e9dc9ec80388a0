package dev.farminglabs.orm.autoconfigure.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.FixtureDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores are ready before anything that uses a client, and after whatever else changes databases. */
@ExtendWith(OutputCaptureExtension.class)
class InitializationPhaseTest {

    private static final String PUSH = "farm.orm.schemas.controlPlane.setup=push";
    private static final String PHASE = "farm.orm.setup.phase=initialization";

    private final ApplicationContextRunner withoutReader = new ApplicationContextRunner()
            .withPropertyValues("spring.datasource.generate-unique-name=true", PUSH, PHASE)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    FarmOrmAutoConfiguration.class,
                    FarmOrmSetupAutoConfiguration.class))
            .withUserConfiguration(OneSchema.class);

    private final ApplicationContextRunner database = withoutReader.withUserConfiguration(EarlyReader.class);

    @Test
    void aBeanThatReadsWhileItIsMadeFindsTheTables(CapturedOutput output) {
        database.run(ready -> {
            assertThat(ready).hasNotFailed();
            assertThat(ready.getBean("counted")).isEqualTo(0L);
            assertThat(output)
                    .containsOnlyOnce("Schema bean 'controlPlane': pushed [table users")
                    .doesNotContain("not eligible for getting processed by all BeanPostProcessors");
        });
    }

    @Test
    void inTheOtherPhaseItDoesNot() {
        database.withPropertyValues("farm.orm.setup.phase=application-runner")
                .run(failed -> assertThat(OrmError.in(failed.getStartupFailure()))
                        .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo(OrmErrorCode.MISSING_TABLE)));
    }

    @Test
    void flywayComesFirstSinceItWantsAnEmptyDatabase() {
        database.withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(rows(ready.getBean(JdbcTemplate.class), "legacy", "users"))
                            .isZero();
                });
    }

    @Test
    void liquibaseComesFirst() {
        database.withConfiguration(AutoConfigurations.of(LiquibaseAutoConfiguration.class))
                .withPropertyValues("spring.liquibase.change-log=classpath:db/changelog/legacy.sql")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(rows(ready.getBean(JdbcTemplate.class), "legacy", "users"))
                            .isZero();
                });
    }

    @Test
    void scriptsComeFirstSinceTheyMayDropTables() {
        database.withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
                .withPropertyValues("spring.sql.init.schema-locations=classpath:db/scripts.sql")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(rows(ready.getBean(JdbcTemplate.class), "legacy", "users"))
                            .isZero();
                });
    }

    @Test
    void alsoInTheOtherPhaseClientsWaitForMigrations() {
        withoutReader
                .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                .withPropertyValues("farm.orm.setup.phase=application-runner")
                .run(context -> assertThat(context.getBeanFactory()
                                .getBeanDefinition("controlPlaneOrmClient")
                                .getDependsOn())
                        .contains("flywayInitializer", "farmOrmSchemaInitializer"));
    }

    @Test
    void aStoreThatIsNoDatabaseIsReadyToo() {
        Fixtures.context()
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.sql", "org.springframework.jdbc", "org.flywaydb", "liquibase"))
                .withUserConfiguration(OneSchema.class, OneDriver.class, EarlyReader.class)
                .withPropertyValues(PUSH, PHASE)
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(ready.getBean(FixtureDriver.class).tables).containsExactly("users");
                });
    }

    @Test
    void aPushInAGuardedProfileIsRefusedBeforeItBegins() {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class, OneDriver.class)
                .withPropertyValues(PUSH, PHASE, "spring.profiles.active=prod")
                .run(failed -> assertThat(Fixtures.refusal(failed.getStartupFailure()))
                        .hasMessageContaining("the profile [prod]")
                        .hasMessageEndingWith("farm.orm.schemas.controlPlane.setup: validate"));
    }

    @Test
    void driftEndsTheStartWithTheLineToWrite() {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class, OneDriver.class)
                .withPropertyValues("farm.orm.schemas.controlPlane.setup=validate", PHASE)
                .run(failed -> assertThat(Fixtures.refusal(failed.getStartupFailure()))
                        .hasMessageContaining("table users: expected to be there, found nothing")
                        .hasMessageEndingWith("farm.orm.schemas.controlPlane.setup: push"));
    }

    private static int rows(JdbcTemplate jdbc, String... tables) {
        int rows = 0;
        for (String table : tables) {
            Integer count = jdbc.queryForObject("select count(*) from \"" + table + "\"", Integer.class);
            rows += count == null ? 0 : count;
        }
        return rows;
    }

    @Configuration(proxyBeanMethods = false)
    static class EarlyReader {
        @Bean
        Long counted(OrmClient<ControlPlane> orm) {
            return orm.model(ControlPlane.USER).count();
        }
    }
}
