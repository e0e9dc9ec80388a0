package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.Fixtures.DemandingSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.mock.env.MockEnvironment;

class FailureAnalysisTest {

    @Test
    void aRefusalIsShownAsItIs() {
        Fixtures.context().withUserConfiguration(OneSchema.class).run(failed -> {
            FailureAnalysis analysis = analysis(failed, new StartupFailureAnalyzer());
            assertThat(analysis.getDescription()).isEqualTo("Schema bean 'controlPlane' has no store to live in.");
            assertThat(analysis.getAction()).endsWith("\n    farm.orm.schemas.controlPlane.store: memory");
            assertThat(analysis.getCause()).isInstanceOf(StartupRefusedException.class);
        });
    }

    @Test
    void aDemandThatTheStoreDoesNotMeetSaysWhatItLacks() {
        Fixtures.context()
                .withUserConfiguration(DemandingSchema.class, OneDriver.class)
                .run(failed -> {
                    FailureAnalysis analysis = analysis(failed, new StartupFailureAnalyzer());
                    assertThat(analysis.getDescription())
                            .startsWith(
                                    "Schema bean 'ledger': Schema ledger requires [TRANSACTIONS], which fixture does"
                                            + " not have.");
                    assertThat(analysis.getAction())
                            .endsWith("\n    farm.orm.schemas.ledger.store: <kind>"
                                    + "\n    farm.orm.schemas.ledger.bean: <bean name>");
                });
    }

    @Test
    void anInvalidSchemaListsItsProblems() {
        Fixtures.context()
                .withUserConfiguration(BrokenSchema.class, OneDriver.class)
                .run(failed -> {
                    FailureAnalysis analysis =
                            analysis(failed, new OrmErrorFailureAnalyzer(null, new MockEnvironment()));
                    assertThat(analysis.getDescription()).startsWith("Schema broken is not valid:\n  - ");
                    assertThat(analysis.getAction()).startsWith("Correct the models");
                });
    }

    @Test
    void aMissingTableNamesTheSchemaThatHasTheModel() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class)
                .run(ready -> {
                    OrmErrorFailureAnalyzer analyzer =
                            new OrmErrorFailureAnalyzer(ready.getBeanFactory(), new MockEnvironment());
                    FailureAnalysis analysis = Objects.requireNonNull(
                            analyzer.analyze(OrmFailure.of(OrmErrorCode.MISSING_TABLE, "There is no table sessions.")
                                    .about("session", List.of())
                                    .exception()));
                    assertThat(analysis.getDescription()).isEqualTo("There is no table sessions.");
                    assertThat(analysis.getAction())
                            .endsWith("let the missing parts be added:\n\n    farm.orm.schemas.fastState.setup: push");
                });
    }

    @Test
    void whereTheSchemaIsNotKnownAllAreOffered() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class)
                .run(ready -> assertThat(Objects.requireNonNull(new OrmErrorFailureAnalyzer(
                                                ready.getBeanFactory(), new MockEnvironment())
                                        .analyze(OrmFailure.of(OrmErrorCode.MISSING_COLUMN, "There is no column.")
                                                .exception()))
                                .getAction())
                        .contains("farm.orm.schemas.controlPlane.setup: push")
                        .contains("farm.orm.schemas.fastState.setup: push"));
        assertThat(Objects.requireNonNull(new OrmErrorFailureAnalyzer(null, new MockEnvironment())
                                .analyze(OrmFailure.of(OrmErrorCode.MISSING_TABLE, "There is no table.")
                                        .exception()))
                        .getAction())
                .endsWith("farm.orm.schemas.<schema bean>.setup: push");
    }

    @Test
    void whatAStoreLacksIsAskedOfAnotherOne() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class)
                .run(ready -> assertThat(Objects.requireNonNull(
                                        new OrmErrorFailureAnalyzer(ready.getBeanFactory(), new MockEnvironment())
                                                .analyze(OrmFailure.of(OrmErrorCode.UNSUPPORTED, "No transactions.")
                                                        .about("session", List.of())
                                                        .exception()))
                                .getAction())
                        .endsWith("\n    farm.orm.schemas.fastState.store: <kind>"
                                + "\n    farm.orm.schemas.fastState.bean: <bean name>"));
    }

    @Test
    void aStoreThatIsNotThereIsToldByTheSettingOfItsAddress() {
        OrmErrorFailureAnalyzer analyzer = new OrmErrorFailureAnalyzer(null, new MockEnvironment());
        assertThat(List.of("", "postgresql", "redis", "mongodb"))
                .extracting(store -> Objects.requireNonNull(
                                analyzer.analyze(OrmFailure.of(OrmErrorCode.CONNECTION_FAILED, "Not there.")
                                        .at(store)
                                        .exception()))
                        .getAction()
                        .replaceAll("(?s).*\n {4}([a-z.]+): .*", "$1"))
                .containsExactly(
                        "spring.datasource.url",
                        "spring.datasource.url",
                        "spring.data.redis.url",
                        "spring.mongodb.uri");
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        OrmErrorFailureAnalyzer analyzer = new OrmErrorFailureAnalyzer(null, new MockEnvironment());
        assertThat(analyzer.analyze(new IllegalStateException())).isNull();
        assertThat(analyzer.analyze(new DuplicateKeyException("not ours"))).isNull();
        assertThat(analyzer.analyze(
                        OrmFailure.of(OrmErrorCode.TIMEOUT, "took too long").exception()))
                .isNull();
    }

    private static FailureAnalysis analysis(AssertableApplicationContext failed, FailureAnalyzer analyzer) {
        assertThat(failed).hasFailed();
        return Objects.requireNonNull(analyzer.analyze(failed.getStartupFailure()));
    }

    @Configuration(proxyBeanMethods = false)
    static class BrokenSchema {
        @Bean
        Schema broken() {
            return Schema.of("broken", new Keyless());
        }
    }

    static final class Keyless extends Model<Keyless> {
        public final StringField name = string();
    }
}
