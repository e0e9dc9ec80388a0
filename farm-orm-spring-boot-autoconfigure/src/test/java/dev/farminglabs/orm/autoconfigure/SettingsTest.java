package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.definition.Naming;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.json.JsonMapper;

class SettingsTest {

    @Test
    void withoutSettingsEverythingIsAsDocumented() {
        FarmOrmProperties properties = FarmOrmProperties.of(new StandardEnvironment());
        assertThat(properties.naming()).isEqualTo(Naming.SNAKE_CASE);
        assertThat(properties.guard().noPushProfiles()).containsExactly("prod", "production");
        assertThat(properties.schema("controlPlane")).isEqualTo(SchemaProperties.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"controlPlane", "control-plane", "CONTROLPLANE", "control_plane", "[control.plane]"})
    void theKeyOfASchemaIsFoundHoweverItIsWritten(String key) {
        StandardEnvironment environment = environment(Map.of("farm.orm.schemas." + key + ".prefix", "acme_"));
        assertThat(FarmOrmProperties.of(environment).schema("controlPlane").prefix())
                .isEqualTo("acme_");
    }

    @Test
    void anEnvironmentVariableOverridesOneSettingAndLeavesTheOthers() {
        StandardEnvironment environment = environment(Map.of(
                "farm.orm.schemas.controlPlane.prefix", "acme_",
                "farm.orm.schemas.controlPlane.setup", "validate"));
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("FARM_ORM_SCHEMAS_CONTROLPLANE_SETUP", "push")));
        SchemaProperties settings = FarmOrmProperties.of(environment).schema("controlPlane");
        assertThat(settings.setup()).isEqualTo(SetupMode.PUSH);
        assertThat(settings.prefix()).isEqualTo("acme_");
    }

    @Test
    void anEmptySettingIsNone() {
        SchemaProperties settings = FarmOrmProperties.of(environment(Map.of(
                        "farm.orm.schemas.a.bean", "",
                        "farm.orm.schemas.a.namespace", " ",
                        "farm.orm.schemas.a.transaction-manager", "",
                        "farm.orm.schemas.a.store", "")))
                .schema("a");
        assertThat(settings).isEqualTo(SchemaProperties.DEFAULT);
    }

    @Test
    void allSettingsReachTheClient() {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class, OneDriver.class)
                .withPropertyValues("farm.orm.schemas.control-plane.prefix=acme_", "farm.orm.naming=as-declared")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(ready.getBean(FixtureDriver.class).prefixes).contains("acme_");
                });
    }

    @Test
    void aMapperOfThatNameIsUsedAndItsTypeIsChecked() {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class, OneDriver.class)
                .withBean(
                        "farmOrmJsonMapper",
                        JsonMapper.class,
                        () -> JsonMapper.builder().build())
                .run(ready -> assertThat(ready).hasSingleBean(OrmClient.class));
        Fixtures.context()
                .withUserConfiguration(OneSchema.class, OneDriver.class)
                .withBean("farmOrmJsonMapper", String.class, () -> "no mapper")
                .run(failed -> assertThat(failed).getFailure().hasStackTraceContaining("farmOrmJsonMapper"));
    }

    @Test
    void settingsForNoSchemaAreRefusedWithTheNearest() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class)
                .withPropertyValues("farm.orm.schemas.contrl-plane.setup=push")
                .run(failed -> {
                    StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
                    assertThat(refused.description())
                            .isEqualTo(
                                    "The settings below farm.orm.schemas.contrl-plane are for no schema bean. Did you"
                                            + " mean controlPlane? The schema beans are [controlPlane, fastState].");
                    assertThat(refused.action()).contains("\n    farm.orm.schemas.controlPlane.<setting>: <value>");
                });
    }

    @Test
    void settingsWithoutAnySchemaAreRefused() {
        Fixtures.context()
                .withPropertyValues("farm.orm.schemas.controlPlane.setup=push")
                .run(failed -> assertThat(
                                Fixtures.refusal(failed.getStartupFailure()).description())
                        .endsWith("There is no schema bean at all."));
    }

    @Test
    void aMisspeltSettingIsToldBeforeAStoreIsMissed() {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class)
                .withPropertyValues("farm.orm.schemas.contrl-plane.store=memory")
                .run(failed -> assertThat(
                                Fixtures.refusal(failed.getStartupFailure()).description())
                        .contains("Did you mean controlPlane?"));
    }

    @Test
    void namesWithDotsAreWrittenInBrackets() {
        assertThat(FarmOrmProperties.line("my.schema", "store", "jdbc"))
                .isEqualTo("farm.orm.schemas.[my.schema].store: jdbc");
        Fixtures.context()
                .withUserConfiguration(DottedName.class, OneDriver.class)
                .withPropertyValues("farm.orm.schemas.[my.schema].prefix=acme_")
                .run(ready ->
                        assertThat(ready.getBean(FixtureDriver.class).prefixes).contains("acme_"));
    }

    @Configuration(proxyBeanMethods = false)
    static class DottedName {
        @Bean("my.schema")
        Schema schema() {
            return Schema.of("dotted", FastState.SESSION);
        }
    }

    private static StandardEnvironment environment(Map<String, Object> values) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("file", new HashMap<>(values)));
        return environment;
    }
}
