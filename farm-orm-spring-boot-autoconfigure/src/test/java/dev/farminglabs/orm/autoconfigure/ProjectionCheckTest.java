package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.badviews.BadViewsApplication;
import dev.farminglabs.orm.autoconfigure.views.ViewsApplication;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class ProjectionCheckTest {

    private final ApplicationContextRunner context =
            Fixtures.context().withUserConfiguration(OneSchema.class, OneDriver.class);

    @Test
    void recordsThatFitLetTheApplicationStart() {
        context.withUserConfiguration(ViewsApplication.class).run(ready -> {
            assertThat(ready).hasNotFailed();
            assertThat(ready.getBean(FixtureDriver.class).connections).hasValue(0);
        });
    }

    @Test
    void allProblemsOfAllRecordsAreInOneFailure() {
        context.withUserConfiguration(BadViewsApplication.class).run(failed -> {
            assertThat(failed).hasFailed();
            OrmError error = OrmError.in(failed.getStartupFailure()).orElseThrow();
            assertThat(error.code()).isEqualTo(OrmErrorCode.INVALID_PROJECTION);
            assertThat(failed)
                    .getFailure()
                    .hasMessageContainingAll(
                            "BadViewsApplication$Misspelt",
                            "emial",
                            "Did you mean email?",
                            "BadViewsApplication$Mistyped",
                            "name",
                            "BadViewsApplication$NoRecord is marked @ProjectionOf and is no record")
                    .hasMessageNotContaining("OfNobody");
            assertThat(System.getProperty("farm.orm.test.untouched")).isNull();
            assertThat(Objects.requireNonNull(new OrmErrorFailureAnalyzer(null, new MockEnvironment())
                                    .analyze(failed.getStartupFailure()))
                            .getAction())
                    .startsWith("Correct the records");
        });
    }

    @Test
    void withoutClientsNothingIsSearched() {
        Fixtures.context()
                .withUserConfiguration(BadViewsApplication.class)
                .run(ready -> assertThat(ready).hasNotFailed());
    }

    @Test
    void lazyClientsAreLeftAlone() {
        context.withUserConfiguration(BadViewsApplication.class)
                .withInitializer(
                        lazy -> lazy.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(ready -> assertThat(ready).hasNotFailed());
    }
}
