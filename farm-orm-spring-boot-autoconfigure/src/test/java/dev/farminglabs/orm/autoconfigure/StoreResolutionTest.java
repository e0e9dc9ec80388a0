package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDataSource;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoDataSources;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoDrivers;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;

class StoreResolutionTest {

    private static final String STORE = "farm.orm.schemas.controlPlane.store";
    private static final String BEAN = "farm.orm.schemas.controlPlane.bean";

    private final ApplicationContextRunner context = Fixtures.context().withUserConfiguration(OneSchema.class);

    @Test
    void theOnlyStoreIsTaken() {
        context.withUserConfiguration(OneDriver.class)
                .run(ready -> assertStore(ready.getBean(Capabilities.class), "fixture"));
        context.withUserConfiguration(OneDataSource.class)
                .run(ready -> assertThat(storeBean(ready.getBeanFactory())).isEqualTo("dataSource"));
    }

    @Test
    void thePrimaryAmongSeveralOfOneKindIsTaken() {
        context.withUserConfiguration(TwoDataSources.class)
                .run(ready -> assertThat(storeBean(ready.getBeanFactory())).isEqualTo("orders"));
    }

    @Test
    void storesThatInjectionLeavesOutAreLeftOut() {
        context.withUserConfiguration(OneDriver.class, Aside.class)
                .run(ready -> assertStore(ready.getBean(Capabilities.class), "fixture"));
        context.withUserConfiguration(OneDriver.class, FallbackDriver.class)
                .run(ready -> assertStore(ready.getBean(Capabilities.class), "fixture"));
        context.withUserConfiguration(FallbackDriver.class)
                .run(ready -> assertStore(ready.getBean(Capabilities.class), "fallback"));
    }

    @Test
    void aNamedStoreIsTakenEvenWhereInjectionWouldNot() {
        context.withUserConfiguration(OneDriver.class, Aside.class)
                .withPropertyValues(BEAN + "=aside")
                .run(ready -> assertStore(ready.getBean(Capabilities.class), "aside"));
        context.withUserConfiguration(TwoDataSources.class)
                .withPropertyValues(BEAN + "=reports")
                .run(ready -> assertThat(storeBean(ready.getBeanFactory())).isEqualTo("reports"));
    }

    @Test
    void aKindAmongSeveralIsTakenWhenItIsSaid() {
        ApplicationContextRunner both = context.withUserConfiguration(OneDriver.class, OneDataSource.class);
        both.withPropertyValues(STORE + "=driver")
                .run(ready -> assertStore(ready.getBean(Capabilities.class), "fixture"));
        both.withPropertyValues(STORE + "=jdbc")
                .run(ready -> assertThat(storeBean(ready.getBeanFactory())).isEqualTo("dataSource"));
    }

    @Test
    void memoryIsTakenOnlyWhenItIsSaidAndIsOneStore() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class)
                .withPropertyValues(STORE + "=memory", "farm.orm.schemas.fastState.store=memory")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(ready.getBeansOfType(OrmClient.class)).hasSize(2);
                    assertThat(storeBean(ready.getBeanFactory())).isEqualTo("farmOrmMemoryStore");
                });
        context.withUserConfiguration(OneDriver.class).run(ready -> {
            assertThat(ready.getBeanFactory().containsSingleton("farmOrmMemoryStore"))
                    .isFalse();
            assertThat(ready.getBean(Driver.class)).isInstanceOf(FixtureDriver.class);
        });
    }

    @Test
    void storesOfAParentContextAreSeen() {
        new ApplicationContextRunner()
                .withUserConfiguration(TwoDrivers.class, PrimaryDriver.class)
                .run(parent -> context.withParent(parent)
                        .run(ready -> assertStore(ready.getBean(Capabilities.class), "primary")));
    }

    @Test
    void noStoreIsRefusedWithWhatToAdd() {
        context.run(failed -> {
            StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
            assertThat(refused.description()).isEqualTo("Schema bean 'controlPlane' has no store to live in.");
            assertThat(refused.action())
                    .contains("spring-boot-starter-jdbc")
                    .endsWith("\n\n    farm.orm.schemas.controlPlane.store: memory");
        });
    }

    @Test
    void severalKindsAreRefusedWithALineForEach() {
        context.withUserConfiguration(OneDriver.class, OneDataSource.class).run(failed -> {
            StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
            assertThat(refused.description())
                    .isEqualTo("Schema bean 'controlPlane' could live in several stores."
                            + "\nStores found:\n    - jdbc bean 'dataSource'\n    - driver bean 'fixtureStore'");
            assertThat(refused.action())
                    .isEqualTo("Say which, with one of these lines:\n"
                            + "\n    farm.orm.schemas.controlPlane.store: jdbc"
                            + "\n    farm.orm.schemas.controlPlane.store: driver");
        });
    }

    @Test
    void severalBeansOfOneKindAreRefusedWithALineForEach() {
        context.withUserConfiguration(TwoDrivers.class).run(failed -> {
            StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
            assertThat(refused.description()).contains("driver bean 'orders'", "driver bean 'reports'");
            assertThat(refused.action())
                    .endsWith("\n    farm.orm.schemas.controlPlane.bean: orders"
                            + "\n    farm.orm.schemas.controlPlane.bean: reports");
        });
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        context.withUserConfiguration(TwoDrivers.class)
                .withPropertyValues(BEAN + "=order")
                .run(failed -> {
                    StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
                    assertThat(refused.description())
                            .startsWith(
                                    "Schema bean 'controlPlane' is to be on bean 'order', but there is no store bean of"
                                            + " that name. Did you mean orders?");
                    assertThat(refused.action()).endsWith("farm.orm.schemas.controlPlane.bean: reports");
                });
    }

    @Test
    void aNameOfAnotherKindIsRefused() {
        context.withUserConfiguration(TwoDrivers.class)
                .withPropertyValues(BEAN + "=orders", STORE + "=jdbc")
                .run(failed -> assertThat(
                                Fixtures.refusal(failed.getStartupFailure()).description())
                        .contains("there is no jdbc store bean of that name"));
    }

    @Test
    void aKindThatIsNotThereIsRefused() {
        context.withUserConfiguration(OneDriver.class)
                .withPropertyValues(STORE + "=jdbc")
                .run(failed -> {
                    StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
                    assertThat(refused.description())
                            .contains("is to be on a jdbc store, but no bean of type javax.sql.DataSource");
                    assertThat(refused.action()).endsWith("farm.orm.schemas.controlPlane.bean: fixtureStore");
                });
    }

    @Test
    void aBeanForTheMemoryStoreIsRefused() {
        context.withPropertyValues(STORE + "=memory", BEAN + "=orders")
                .run(failed -> assertThat(
                                Fixtures.refusal(failed.getStartupFailure()).action())
                        .endsWith("\n    farm.orm.schemas.controlPlane.store: memory"));
    }

    @Test
    void onlyStoresThatHaveToBeNamedAreListed() {
        context.withUserConfiguration(Aside.class).run(failed -> {
            StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
            assertThat(refused.description()).contains("have to be named", "driver bean 'aside'");
            assertThat(refused.action()).endsWith("farm.orm.schemas.controlPlane.bean: aside");
        });
    }

    @Test
    void withoutSpringJdbcADataSourceIsNoStoreAndOthersAre() {
        FilteredClassLoader withoutJdbc = new FilteredClassLoader(
                "org.springframework.jdbc", "org.springframework.boot.jdbc", "org.springframework.boot.sql");
        context.withClassLoader(withoutJdbc)
                .withUserConfiguration(PlainDataSource.class)
                .run(failed -> assertThat(
                                Fixtures.refusal(failed.getStartupFailure()).description())
                        .isEqualTo("Schema bean 'controlPlane' has no store to live in. Beans [plain] would do, but"
                                + " spring-jdbc is not on the class path."));
        context.withClassLoader(withoutJdbc)
                .withUserConfiguration(PlainDataSource.class, OneDriver.class)
                .run(ready -> assertStore(ready.getBean(Capabilities.class), "fixture"));
    }

    private static void assertStore(Capabilities capabilities, String store) {
        assertThat(capabilities.store()).isEqualTo(store);
    }

    private static Object storeBean(org.springframework.beans.factory.config.ConfigurableListableBeanFactory beans) {
        return beans.getBeanDefinition("controlPlaneOrmClient")
                .getConstructorArgumentValues()
                .getIndexedArgumentValues()
                .get(3)
                .getValue();
    }

    @Configuration(proxyBeanMethods = false)
    static class Aside {
        @Bean(defaultCandidate = false)
        Driver aside() {
            return new FixtureDriver("aside");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class FallbackDriver {
        @Bean
        @Fallback
        Driver fallbackStore() {
            return new FixtureDriver("fallback");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PrimaryDriver {
        @Bean
        @Primary
        Driver primaryStore() {
            return new FixtureDriver("primary");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PlainDataSource {
        @Bean
        DataSource plain() {
            return new org.h2.jdbcx.JdbcDataSource();
        }
    }
}
