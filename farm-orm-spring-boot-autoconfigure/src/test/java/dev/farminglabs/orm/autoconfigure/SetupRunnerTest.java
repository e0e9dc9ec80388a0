package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.setup.FarmOrmSetupAutoConfiguration;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs whole applications: runners run only there. */
@ExtendWith(OutputCaptureExtension.class)
class SetupRunnerTest {

    private static final String SETUP = "--farm.orm.schemas.controlPlane.setup=";

    @Test
    void unlessToldNothingIsSetUp() {
        try (ConfigurableApplicationContext context = run(OneDriver.class)) {
            assertThat(context.getBean(FixtureDriver.class).connections).hasValue(0);
        }
    }

    @Test
    void pushAddsWhatIsMissingBeforeOtherRunners(CapturedOutput output) {
        try (ConfigurableApplicationContext context = run(EagerRunner.class, SETUP + "push")) {
            assertThat(context.getBean(FixtureDriver.class).tables).containsExactly("users");
            assertThat(context.getBean(EagerRunner.class).sawTables).isTrue();
            assertThat(output).contains("Schema bean 'controlPlane': pushed [table users]");
        }
    }

    @Test
    void aSecondPushAddsNothing(CapturedOutput output) {
        try (ConfigurableApplicationContext context = run(ReadyDriver.class, SETUP + "push")) {
            assertThat(context.isActive()).isTrue();
            assertThat(output).contains("Schema bean 'controlPlane': nothing to push");
        }
    }

    @Test
    void validateLetsAFittingStorePass() {
        try (ConfigurableApplicationContext context = run(ReadyDriver.class, SETUP + "validate")) {
            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void validateEndsTheStartOnDrift(CapturedOutput output) {
        Throwable failure = catchThrowable(() -> run(OneDriver.class, SETUP + "validate"));
        assertThat(OrmError.in(failure))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo(OrmErrorCode.INVALID_SCHEMA));
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Schema bean 'controlPlane' does not fit its store.")
                .contains("table users: expected to be there, found nothing")
                .contains("\n    farm.orm.schemas.controlPlane.setup: push");
    }

    @Test
    void aPushThatFailsEndsTheStart(CapturedOutput output) {
        catchThrowable(() -> run(ForbiddenDriver.class, SETUP + "push"));
        assertThat(output)
                .contains("Schema bean 'controlPlane' could not be pushed. May not create tables.")
                .contains("\n    farm.orm.schemas.controlPlane.setup: validate");
    }

    @Test
    void aDryRunLogsThePlanAndAddsNothing(CapturedOutput output) {
        try (ConfigurableApplicationContext context = run(
                OneDriver.class, SETUP + "push", "--farm.orm.setup.dry-run=true", "--spring.profiles.active=prod")) {
            assertThat(context.getBean(FixtureDriver.class).tables).isEmpty();
            assertThat(output)
                    .contains("Schema bean 'controlPlane': a push would add 1 parts. Nothing is added"
                            + " (farm.orm.setup.dry-run).\n    table users: create users");
        }
    }

    @Test
    void aPushIsRefusedInAGuardedProfile(CapturedOutput output) {
        catchThrowable(() -> run(OneDriver.class, SETUP + "push", "--spring.profiles.active=eu,Prod"));
        assertThat(output)
                .contains("Schema bean 'controlPlane' is to be pushed, and the profile [Prod]")
                .contains("\n    farm.orm.schemas.controlPlane.setup: validate");
        assertThat(catchThrowable(() -> run(OneDriver.class, SETUP + "push", "--spring.profiles.default=prod")))
                .hasStackTraceContaining("the profile [prod] is one in which nothing is pushed");
    }

    @Test
    void whichProfilesAreGuardedIsASetting() {
        try (ConfigurableApplicationContext context = run(
                OneDriver.class,
                SETUP + "push",
                "--spring.profiles.active=prod",
                "--farm.orm.guard.no-push-profiles=live")) {
            assertThat(context.getBean(FixtureDriver.class).tables).isNotEmpty();
        }
        assertThat(catchThrowable(() -> run(
                        OneDriver.class,
                        SETUP + "push",
                        "--spring.profiles.active=live",
                        "--farm.orm.guard.no-push-profiles=live")))
                .hasStackTraceContaining("nothing is pushed");
    }

    @Test
    void validateIsAllowedInAGuardedProfile() {
        try (ConfigurableApplicationContext context =
                run(ReadyDriver.class, SETUP + "validate", "--spring.profiles.active=prod")) {
            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void anOwnClientWithoutSetupBeanCannotBeSetUp(CapturedOutput output) {
        catchThrowable(() -> run(OwnClient.class, SETUP + "push"));
        assertThat(output)
                .contains("there is no bean 'controlPlaneSetup'")
                .contains("\n    farm.orm.schemas.controlPlane.setup: none");
    }

    @Test
    void anUnknownPhaseEndsTheStart(CapturedOutput output) {
        catchThrowable(() -> run(OneDriver.class, "--farm.orm.setup.phase=later"));
        assertThat(output).contains("farm.orm.setup.phase").contains("APPLICATION_RUNNER");
    }

    @Test
    void aMissingTableInARunnerSaysHowToGetIt(CapturedOutput output) {
        catchThrowable(() -> run(CountingRunner.class));
        assertThat(output)
                .contains("There is no table users.")
                .contains("\n    farm.orm.schemas.controlPlane.setup: push");
    }

    @Test
    void aPushThatComesTooLateSaysHowToHaveItEarlier(CapturedOutput output) {
        catchThrowable(() -> run(CountingBean.class, SETUP + "push"));
        assertThat(output).contains("There is no table users.").contains("\n    farm.orm.setup.phase: initialization");
    }

    static ConfigurableApplicationContext run(Class<?> configuration, String... arguments) {
        SpringApplication application = new SpringApplicationBuilder(Base.class, OneSchema.class, configuration)
                .web(org.springframework.boot.WebApplicationType.NONE)
                .build();
        return application.run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({FarmOrmAutoConfiguration.class, FarmOrmSetupAutoConfiguration.class})
    static class Base {}

    @Configuration(proxyBeanMethods = false)
    static class ReadyDriver {
        @Bean
        FixtureDriver fixtureStore() {
            FixtureDriver driver = new FixtureDriver("fixture");
            driver.tables.add("users");
            return driver;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ForbiddenDriver {
        @Bean
        FixtureDriver fixtureStore() {
            FixtureDriver driver = new FixtureDriver("fixture");
            driver.onPush = OrmFailure.of(OrmErrorCode.PERMISSION_DENIED, "May not create tables.")
                    .exception();
            return driver;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class EagerRunner extends OneDriver {
        boolean sawTables;

        @Bean
        ApplicationRunner eager(FixtureDriver driver) {
            return arguments -> sawTables = driver.tables.contains("users");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class CountingRunner extends OneDriver {
        @Bean
        ApplicationRunner counting(OrmClient<ControlPlane> orm) {
            return arguments -> orm.model(ControlPlane.USER).count();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class CountingBean extends OneDriver {
        @Bean
        Long count(OrmClient<ControlPlane> orm) {
            return orm.model(ControlPlane.USER).count();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {
        @Bean
        OrmClient<ControlPlane> controlPlaneOrmClient(ControlPlane schema) {
            return FarmOrm.connect(schema, new FixtureDriver("own"));
        }
    }
}
