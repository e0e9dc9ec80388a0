package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

class MissingClientFailureAnalyzerTest {

    private final AtomicReference<ConfigurableApplicationContext> started = new AtomicReference<>();

    private final ApplicationContextRunner runner = Fixtures.context().withInitializer(started::set);

    @Test
    void whoForgotTheSchemaBeanIsToldToDeclareIt() {
        runner.withUserConfiguration(OneSchema.class, OneDriver.class, Wanting.class)
                .run(failed -> {
                    FailureAnalysis analysis = Objects.requireNonNull(analyze(failed));
                    assertThat(analysis.getDescription())
                            .contains("MissingClientFailureAnalyzerTest$Wanting")
                            .endsWith("needs an OrmClient<FastState>, and there is no such client. The schema beans are"
                                    + " [controlPlane].");
                    assertThat(analysis.getAction())
                            .endsWith(
                                    "\n    @Bean\n    FastState fastState() {\n        return new FastState();\n    }");
                });
    }

    @Test
    void whoSwitchedUsOffIsToldSo() {
        runner.withUserConfiguration(OneSchema.class, OneDriver.class, Wanting.class)
                .withPropertyValues("farm.orm.enabled=false")
                .run(failed -> {
                    FailureAnalysis analysis = Objects.requireNonNull(analyze(failed));
                    assertThat(analysis.getDescription()).endsWith("Farm ORM is switched off.");
                    assertThat(analysis.getAction()).endsWith("\n    farm.orm.enabled: true");
                });
    }

    @Test
    void otherBeansAndSeveralClientsAreLeftToBoot() {
        runner.withUserConfiguration(TwoSchemas.class, OneDriver.class, Undecided.class)
                .run(failed -> assertThat(analyze(failed)).isNull());
        runner.withUserConfiguration(Other.class)
                .run(failed -> assertThat(analyze(failed)).isNull());
    }

    private @Nullable FailureAnalysis analyze(AssertableApplicationContext failed) {
        assertThat(failed).hasFailed();
        ConfigurableApplicationContext context = Objects.requireNonNull(started.get());
        return new MissingClientFailureAnalyzer(context.getBeanFactory(), context.getEnvironment())
                .analyze(Objects.requireNonNull(failed.getStartupFailure()));
    }

    record Wanting(OrmClient<FastState> client) {}

    record Undecided(OrmClient<?> client) {}

    record Other(Thread thread) {}
}
