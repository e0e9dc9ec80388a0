package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDataSource;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.RedisServers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Schemas on a real Redis server, which Boot's own auto-configuration connects to. */
class RedisStoreTest {

    private static final String STORE = "farm.orm.schemas.fastState.store";

    /** Nothing listens there. */
    private static final String NOWHERE = "spring.data.redis.port=1";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withPropertyValues(
                    "spring.data.redis.host=" + RedisServers.get().host(),
                    "spring.data.redis.port=" + RedisServers.get().port())
            .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class, FarmOrmAutoConfiguration.class));

    @Test
    void recordsAreKeptInRedisUnderNamespaceAndPrefix() {
        context.withUserConfiguration(OneSchema.class)
                .withPropertyValues(
                        "farm.orm.schemas.controlPlane.prefix=acme_",
                        "farm.orm.schemas.controlPlane.namespace=platform")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    ready.getBean(Setup.class).push();
                    add(ready.getBean(OrmClient.class), "ada@example.com");
                    assertThat(ready.getBean(OrmClient.class)
                                    .model(ControlPlane.USER)
                                    .count())
                            .isEqualTo(1);
                    assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("redis");
                    Set<String> keys = ready.getBean(StringRedisTemplate.class).keys("*farm:platform:acme_users*");
                    assertThat(keys).isNotEmpty();
                });
    }

    @Test
    void theApplicationsTemplateIsNotUsedAndStaysAsItIs() {
        context.withUserConfiguration(OneSchema.class, TransactionalTemplate.class)
                .withPropertyValues("farm.orm.schemas.controlPlane.prefix=template_")
                .run(ready -> {
                    ready.getBean(Setup.class).push();
                    add(ready.getBean(OrmClient.class), "ada@example.com");
                    assertThat(ready.getBeanFactory().containsSingleton("template"))
                            .isFalse();
                });
    }

    @Test
    void jdbcAndRedisStandSideBySide() {
        context.withUserConfiguration(TwoSchemas.class, OneDataSource.class)
                .withPropertyValues(
                        "farm.orm.schemas.controlPlane.store=jdbc",
                        STORE + "=redis",
                        "farm.orm.schemas.fastState.prefix=beside_")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    ready.getBean("controlPlaneSetup", Setup.class).push();
                    ready.getBean("fastStateSetup", Setup.class).push();
                    add(ready.getBean("controlPlaneOrmClient", OrmClient.class), "ada@example.com");
                    ready.getBean("fastStateOrmClient", OrmClient.class)
                            .model(FastState.SESSION)
                            .create(FastState.SESSION.token.set("t"));
                    assertThat(new JdbcTemplate(ready.getBean(javax.sql.DataSource.class))
                                    .queryForObject("select count(*) from \"users\"", Integer.class))
                            .isEqualTo(1);
                    assertThat(ready.getBean(StringRedisTemplate.class).keys("*farm:beside_sessions*"))
                            .isNotEmpty();
                });
    }

    @Test
    void jdbcAndRedisWithoutAWordAreRefusedWithALineForEach() {
        context.withUserConfiguration(OneSchema.class, OneDataSource.class).run(failed -> {
            StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
            assertThat(refused.description())
                    .endsWith("\n    - jdbc bean 'dataSource'\n    - redis bean 'redisConnectionFactory'");
            assertThat(refused.action())
                    .endsWith("\n    farm.orm.schemas.controlPlane.store: jdbc"
                            + "\n    farm.orm.schemas.controlPlane.store: redis");
        });
    }

    @Test
    void oneOfTwoServersIsNamed() {
        ApplicationContextRunner two =
                context.withUserConfiguration(OneSchema.class, OneDataSource.class, TwoServers.class);
        two.withPropertyValues("farm.orm.schemas.controlPlane.store=redis").run(failed -> {
            StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
            assertThat(refused.action())
                    .endsWith("\n    farm.orm.schemas.controlPlane.bean: sessions"
                            + "\n    farm.orm.schemas.controlPlane.bean: limits");
        });
        two.withPropertyValues("farm.orm.schemas.controlPlane.bean=limits")
                .run(ready ->
                        assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("redis"));
    }

    @Test
    void nothingConnectsBeforeTheFirstCall() {
        context.withUserConfiguration(OneSchema.class)
                .withPropertyValues(NOWHERE)
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    ready.getBean(Setup.class);
                    ready.getBean(Capabilities.class);
                    OrmClient<?> orm = ready.getBean(OrmClient.class);
                    Throwable failure = org.assertj.core.api.Assertions.catchThrowable(
                            () -> orm.model(ControlPlane.USER).count());
                    assertThat(OrmError.in(failure))
                            .hasValueSatisfying(
                                    error -> assertThat(error.code()).isEqualTo(OrmErrorCode.CONNECTION_FAILED));
                });
    }

    @Test
    void withoutSpringDataRedisThereIsNoRedisStore() {
        ApplicationContextRunner without = new ApplicationContextRunner()
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.data.redis", "org.springframework.boot.data.redis", "io.lettuce"))
                .withConfiguration(AutoConfigurations.of(FarmOrmAutoConfiguration.class))
                .withUserConfiguration(OneSchema.class);
        without.withUserConfiguration(OneDataSource.class)
                .run(ready ->
                        assertThat(ready.getBean(Capabilities.class).store()).isEqualTo("h2"));
        without.withUserConfiguration(OneDataSource.class)
                .withPropertyValues("farm.orm.schemas.controlPlane.store=redis")
                .run(failed -> assertThat(
                                Fixtures.refusal(failed.getStartupFailure()).description())
                        .contains("is to be on a redis store, but no bean of type"));
    }

    private static void add(OrmClient<?> orm, String email) {
        orm.model(ControlPlane.USER).create(ControlPlane.USER.email.set(email), ControlPlane.USER.name.set("somebody"));
    }

    @Configuration(proxyBeanMethods = false)
    static class TransactionalTemplate {
        @Bean
        @org.springframework.context.annotation.Lazy
        StringRedisTemplate template(RedisConnectionFactory connections) {
            StringRedisTemplate template = new StringRedisTemplate(connections);
            template.setEnableTransactionSupport(true);
            return template;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoServers {
        @Bean
        RedisConnectionFactory sessions() {
            return new LettuceConnectionFactory(
                    RedisServers.get().host(), RedisServers.get().port());
        }

        @Bean
        RedisConnectionFactory limits() {
            return new LettuceConnectionFactory(
                    RedisServers.get().host(), RedisServers.get().port());
        }
    }
}
