package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.Fixtures.AdHocSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.setup.Setup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

class InjectionTest {

    private final ApplicationContextRunner context = Fixtures.context().withUserConfiguration(OneDriver.class);

    @Test
    void oneSchemaNeedsNoQualifier() {
        context.withUserConfiguration(OneSchema.class, Unqualified.class).run(ready -> {
            assertThat(ready).hasSingleBean(OrmClient.class);
            assertThat(ready).hasSingleBean(Capabilities.class);
            assertThat(ready).hasSingleBean(Setup.class);
            assertThat(ready.getBean(Unqualified.class).client.schema().name()).isEqualTo("controlPlane");
            assertThat(ready.getBean("controlPlaneCapabilities", Capabilities.class)
                            .store())
                    .isEqualTo("fixture");
        });
    }

    @Test
    void withoutSchemaNothingIsMadeAndNoStoreIsNeeded() {
        Fixtures.context().run(ready -> {
            assertThat(ready).hasNotFailed();
            assertThat(ready).doesNotHaveBean(OrmClient.class);
        });
    }

    @Test
    void severalSchemasAreToldApartByTypeArgumentQualifierAndName() {
        context.withUserConfiguration(TwoSchemas.class, AdHocSchema.class, Everything.class)
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    Everything all = ready.getBean(Everything.class);
                    assertThat(all.byType.schema()).isInstanceOf(ControlPlane.class);
                    assertThat(all.byQualifier.schema().name()).isEqualTo("adHoc");
                    assertThat(all.byClientName.schema().name()).isEqualTo("fastState");
                    assertThat(all.fastStateOrmClient.schema().name()).isEqualTo("fastState");
                    assertThat(all.plain.schema().name()).isEqualTo("adHoc");
                    assertThat(all.capabilities.store()).isEqualTo("fixture");
                    assertThat(all.setup).isSameAs(ready.getBean("adHocSetup"));
                    assertThat(all.map)
                            .containsOnlyKeys("controlPlaneOrmClient", "fastStateOrmClient", "adHocOrmClient");
                    assertThat(all.list).hasSize(3);
                    assertThat(all.setups).hasSize(3);
                });
    }

    @Test
    void theDefinitionsSayTheirTypeAndHaveNoSupplier() {
        context.withUserConfiguration(OneSchema.class).run(ready -> {
            for (String name : List.of("controlPlaneOrmClient", "controlPlaneSetup", "controlPlaneCapabilities")) {
                BeanDefinition definition = ready.getBeanFactory().getMergedBeanDefinition(name);
                assertThat(((RootBeanDefinition) definition).getInstanceSupplier())
                        .isNull();
                assertThat(definition.getResourceDescription()).contains("'controlPlane'");
            }
            assertThat(ready.getBeanFactory()
                            .getMergedBeanDefinition("controlPlaneOrmClient")
                            .getResolvableType())
                    .hasToString(OrmClient.class.getName() + "<" + ControlPlane.class.getName() + ">");
        });
    }

    @Test
    void injectionThatCouldMeanSeveralIsSpringsToRefuse() {
        context.withUserConfiguration(TwoSchemas.class, Unqualified.class)
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class)
                        .rootCause()
                        .hasMessageContainingAll("controlPlaneOrmClient", "fastStateOrmClient"));
    }

    @Test
    void primaryAndFallbackCarryOver() {
        context.withUserConfiguration(OneSchema.class, PrimarySchema.class, Unqualified.class)
                .run(ready -> assertThat(
                                ready.getBean(Unqualified.class).client.schema().name())
                        .isEqualTo("fastState"));
        context.withUserConfiguration(OneSchema.class, FallbackSchema.class, Unqualified.class)
                .run(ready -> assertThat(
                                ready.getBean(Unqualified.class).client.schema().name())
                        .isEqualTo("controlPlane"));
    }

    @Test
    void schemasThatAreNoCandidatesGiveClientsThatAreNone() {
        context.withUserConfiguration(OneSchema.class, HiddenSchemas.class, Unqualified.class, Qualified.class)
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(ready.getBean(Unqualified.class).client.schema().name())
                            .isEqualTo("controlPlane");
                    assertThat(ready.getBean(Qualified.class).client.schema().name())
                            .isEqualTo("aside");
                    assertThat(ready.getBean("hiddenOrmClient", OrmClient.class)
                                    .schema()
                                    .name())
                            .isEqualTo("hidden");
                });
    }

    @Test
    void aLazySchemaGivesALazyClient() {
        context.withUserConfiguration(LazySchema.class).run(ready -> {
            assertThat(ready.getBeanFactory().containsSingleton("fastStateOrmClient"))
                    .isFalse();
            assertThat(ready.getBean(OrmClient.class).schema()).isInstanceOf(FastState.class);
        });
    }

    @Test
    void schemasOfLaterAutoConfigurationsAreSeen() {
        context.withConfiguration(AutoConfigurations.of(BillingAutoConfiguration.class))
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(ready.getBean(Unqualified.class).client.schema()).isInstanceOf(FastState.class);
                });
    }

    @Test
    void anOwnClientWinsAndItsCapabilitiesAreShown() {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class, OwnClient.class)
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(ready).hasSingleBean(OrmClient.class);
                    assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("own");
                    assertThat(ready).doesNotHaveBean(Setup.class);
                });
    }

    @Test
    void ownCapabilitiesAndSetupWin() {
        context.withUserConfiguration(OneSchema.class, OwnExtras.class).run(ready -> {
            assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("own");
            assertThat(ready).hasSingleBean(Setup.class);
            assertThat(ready).hasSingleBean(OrmClient.class);
        });
    }

    @Test
    void aSchemaObjectWithoutDefinitionIsASchemaBean() {
        context.withInitializer(bare -> bare.getBeanFactory().registerSingleton("controlPlane", new ControlPlane()))
                .withUserConfiguration(Unqualified.class)
                .run(ready -> assertThat(ready.getBean(Unqualified.class).client.schema())
                        .isInstanceOf(ControlPlane.class));
    }

    @Test
    void aSwitchedOffStarterMakesNothing() {
        context.withUserConfiguration(OneSchema.class)
                .withPropertyValues("farm.orm.enabled=false")
                .run(ready -> {
                    assertThat(ready).doesNotHaveBean(OrmClient.class);
                    assertThat(ready).doesNotHaveBean(OrmClientFactory.class);
                });
    }

    @Test
    void withoutTheLibraryNothingIsMade() {
        context.withClassLoader(new FilteredClassLoader(OrmClient.class))
                .run(ready -> assertThat(ready).doesNotHaveBean(OrmClientFactory.class));
    }

    static final class Unqualified {
        final OrmClient<?> client;

        Unqualified(OrmClient<?> client) {
            this.client = client;
        }
    }

    static final class Qualified {
        final OrmClient<?> client;

        Qualified(@Qualifier("aside") OrmClient<?> client) {
            this.client = client;
        }
    }

    record Everything(
            OrmClient<ControlPlane> byType,
            @Qualifier("adHoc") OrmClient<?> byQualifier,
            @Qualifier("fastStateOrmClient") OrmClient<?> byClientName,
            OrmClient<?> fastStateOrmClient,
            OrmClient<Schema> plain,
            @Qualifier("adHoc") Capabilities capabilities,
            @Qualifier("adHoc") Setup setup,
            Map<String, OrmClient<?>> map,
            List<OrmClient<?>> list,
            List<Setup> setups) {}

    @Configuration(proxyBeanMethods = false)
    static class PrimarySchema {
        @Bean
        @Primary
        FastState fastState() {
            return new FastState();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FallbackSchema {
        @Bean
        @Fallback
        FastState fastState() {
            return new FastState();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class HiddenSchemas {
        @Bean(autowireCandidate = false)
        Schema hidden() {
            return Schema.of("hidden", FastState.SESSION);
        }

        @Bean(defaultCandidate = false)
        Schema aside() {
            return Schema.of("aside", FastState.SESSION);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class LazySchema {
        @Bean
        @Lazy
        FastState fastState() {
            return new FastState();
        }
    }

    @AutoConfiguration(afterName = "dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration")
    @ConditionalOnBean(OrmClientFactory.class)
    static class BillingAutoConfiguration {
        @Bean
        FastState billing() {
            return new FastState();
        }

        @Bean
        Unqualified billingStore(OrmClient<FastState> client) {
            return new Unqualified(client);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {
        @Bean
        OrmClient<ControlPlane> controlPlaneOrmClient(ControlPlane schema) {
            return FarmOrm.connect(schema, new FixtureDriver("own"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnExtras {
        @Bean
        Capabilities controlPlaneCapabilities() {
            return new FixtureDriver("own").capabilities();
        }

        @Bean
        Setup controlPlaneSetup(ControlPlane schema) {
            return Setup.of(schema, new FixtureDriver("own"));
        }
    }
}
