package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.RedisServers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code @ServiceConnection} ends in a bean of connection details, which Boot's auto-configurations obey. Here the bean is made
 * by hand, and the settings point elsewhere.
 */
class ServiceConnectionTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:tcp://127.0.0.1:1/nowhere",
                    "spring.data.redis.port=1",
                    "spring.mongodb.uri=mongodb://127.0.0.1:1/nowhere")
            .withUserConfiguration(TwoSchemas.class);

    @Test
    void recordsAreInTheDatabaseOfTheDetails() {
        context.withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, FarmOrmAutoConfiguration.class))
                .withUserConfiguration(Jdbc.class)
                .run(ready -> {
                    use(ready, "h2");
                    assertThat(new JdbcTemplate(Jdbc.dataSource()).queryForList("select 1 from \"users\""))
                            .hasSize(1);
                });
    }

    @Test
    void recordsAreOnTheRedisServerOfTheDetails() {
        context.withConfiguration(
                        AutoConfigurations.of(DataRedisAutoConfiguration.class, FarmOrmAutoConfiguration.class))
                .withUserConfiguration(Redis.class)
                .withPropertyValues("farm.orm.schemas.controlPlane.prefix=details_")
                .run(ready -> use(ready, "redis"));
    }

    @Test
    void recordsAreInTheMongoDatabaseOfTheDetails() {
        context.withConfiguration(AutoConfigurations.of(
                        MongoAutoConfiguration.class, DataMongoAutoConfiguration.class, FarmOrmAutoConfiguration.class))
                .withUserConfiguration(Mongo.class)
                .run(ready -> use(ready, "mongodb"));
    }

    private static void use(AssertableApplicationContext ready, String store) {
        assertThat(ready).hasNotFailed();
        ready.getBean("controlPlaneSetup", Setup.class).push();
        OrmClient<?> orm = ready.getBean("controlPlaneOrmClient", OrmClient.class);
        orm.model(ControlPlane.USER)
                .create(
                        ControlPlane.USER.email.set(UUID.randomUUID().toString()),
                        ControlPlane.USER.name.set("somebody"));
        assertThat(ready.getBean("controlPlaneCapabilities", Capabilities.class).store())
                .isEqualTo(store);
    }

    @Configuration(proxyBeanMethods = false)
    static class Jdbc {
        static final String URL = "jdbc:h2:mem:service-connection;DB_CLOSE_DELAY=-1";

        static org.h2.jdbcx.JdbcDataSource dataSource() {
            org.h2.jdbcx.JdbcDataSource dataSource = new org.h2.jdbcx.JdbcDataSource();
            dataSource.setURL(URL);
            return dataSource;
        }

        @Bean
        JdbcConnectionDetails details() {
            return new JdbcConnectionDetails() {
                @Override
                public @Nullable String getUsername() {
                    return null;
                }

                @Override
                public @Nullable String getPassword() {
                    return null;
                }

                @Override
                public String getJdbcUrl() {
                    return URL;
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Redis {
        @Bean
        DataRedisConnectionDetails details() {
            return new DataRedisConnectionDetails() {
                @Override
                public Standalone getStandalone() {
                    return Standalone.of(
                            RedisServers.get().host(), RedisServers.get().port());
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Mongo {
        @Bean
        MongoConnectionDetails details() {
            return () -> new ConnectionString(LocalMongo.address() + "/details");
        }
    }
}
