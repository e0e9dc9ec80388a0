package dev.farminglabs.orm.autoconfigure.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.Fixtures;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.setup.FarmOrmSetupAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;

@ExtendWith(OutputCaptureExtension.class)
class ConsoleStartTest {

    private final WebApplicationContextRunner web = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    FarmOrmAutoConfiguration.class,
                    FarmOrmSetupAutoConfiguration.class,
                    FarmOrmConsoleAutoConfiguration.class,
                    FarmOrmNoConsoleAutoConfiguration.class))
            .withUserConfiguration(OneSchema.class, OneDriver.class);

    @Test
    void itIsOffUnlessItIsAskedFor() {
        web.run(ready -> assertThat(ready).doesNotHaveBean(RouterFunction.class));
        web.withPropertyValues("farm.orm.console.enabled=true")
                .run(ready -> assertThat(ready).hasSingleBean(RouterFunction.class));
        web.withPropertyValues("farm.orm.console.enabled=true", "farm.orm.enabled=false")
                .run(ready -> assertThat(ready).hasNotFailed().doesNotHaveBean(RouterFunction.class));
        web.withPropertyValues("farm.orm.console.enabled=true")
                .withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .run(ready -> assertThat(ready).hasNotFailed().doesNotHaveBean(RouterFunction.class));
    }

    @Test
    void withoutAWebServerThereIsNone() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(FarmOrmAutoConfiguration.class, FarmOrmConsoleAutoConfiguration.class))
                .withUserConfiguration(OneSchema.class, OneDriver.class)
                .withPropertyValues("farm.orm.console.enabled=true")
                .run(ready -> assertThat(ready).hasNotFailed().doesNotHaveBean(RouterFunction.class));
    }

    @Test
    void underWebFluxALineSaysThatThereIsNone(CapturedOutput output) {
        ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        FarmOrmAutoConfiguration.class,
                        FarmOrmConsoleAutoConfiguration.class,
                        FarmOrmNoConsoleAutoConfiguration.class))
                .withUserConfiguration(OneSchema.class, OneDriver.class);
        String line = "There is no console (farm.orm.console.enabled)";
        reactive.run(ready -> assertThat(ready).hasNotFailed());
        web.withPropertyValues("farm.orm.console.enabled=true")
                .run(ready -> assertThat(ready).hasSingleBean(RouterFunction.class));
        assertThat(output).doesNotContain(line);
        reactive.withPropertyValues("farm.orm.console.enabled=true")
                .run(ready -> assertThat(ready).hasNotFailed().doesNotHaveBean(RouterFunction.class));
        assertThat(output.getOut()).containsOnlyOnce(line);
    }

    @Test
    void aProductionProfileDoesNotStartWithIt() {
        web.withPropertyValues("farm.orm.console.enabled=true", "spring.profiles.active=Prod")
                .run(failed -> assertThat(Fixtures.refusal(failed.getStartupFailure()))
                        .hasMessageContaining("The console shows records, and the profile [Prod]")
                        .hasMessageContaining("farm.orm.console.enabled: false"));
        web.withPropertyValues("farm.orm.console.enabled=true", "spring.profiles.default=prod")
                .run(failed -> assertThat(Fixtures.refusal(failed.getStartupFailure()))
                        .hasMessageContaining("the profile [prod]"));
        web.withPropertyValues(
                        "farm.orm.console.enabled=true", "spring.profiles.default=prod", "spring.profiles.active=dev")
                .run(ready -> assertThat(ready).hasNotFailed());
        web.withPropertyValues(
                        "farm.orm.console.enabled=true",
                        "spring.profiles.active=live",
                        "farm.orm.console.forbidden-profiles=live")
                .run(failed -> assertThat(failed).hasFailed());
        web.withPropertyValues(
                        "farm.orm.console.enabled=true",
                        "spring.profiles.active=prod",
                        "farm.orm.guard.no-push-profiles=")
                .run(failed -> assertThat(failed).hasFailed());
        web.withPropertyValues("spring.profiles.active=prod")
                .run(ready -> assertThat(ready).hasNotFailed());
    }

    @Test
    void aPathIsAPath() {
        web.withPropertyValues("farm.orm.console.enabled=true", "farm.orm.console.path=/{all}")
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("farm.orm.console.path must be a path"));
    }
}
