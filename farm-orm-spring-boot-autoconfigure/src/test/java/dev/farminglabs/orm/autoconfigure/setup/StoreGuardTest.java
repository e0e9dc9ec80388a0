package dev.farminglabs.orm.autoconfigure.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.FixtureDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.StartupRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A preview must not meet the database of production, by whatever mistake in its settings. */
@ExtendWith(OutputCaptureExtension.class)
class StoreGuardTest {

    private static final String PREVIEW = "farm.orm.guard.forbidden-stores.preview=";

    private final ApplicationContextRunner context =
            Fixtures.context().withUserConfiguration(OneSchema.class, OnProduction.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.prod.example.com",
                "DB.Prod.example.com",
                "db.prod.example.com:5432",
                "db.prod.example.com/app",
                "db.prod.example.com:5432/app",
                "postgresql://db.prod.example.com:5432/app",
                "*.prod.example.com",
                "elsewhere, *.prod.example.com"
            })
    void namedInAnyOfItsFormsAStoreIsNotMet(String pattern) {
        context.withPropertyValues("spring.profiles.active=eu,Preview", PREVIEW + pattern)
                .run(failed -> {
                    StartupRefusedException refused = Fixtures.refusal(failed.getStartupFailure());
                    assertThat(refused)
                            .hasMessageContaining("Schema bean 'controlPlane' is on driver bean 'store' at"
                                    + " postgresql://db.prod.example.com:5432/app")
                            .hasMessageContaining("profile 'preview'")
                            .hasMessageEndingWith("farm.orm.guard.forbidden-stores.[preview]: <addresses>");
                });
    }

    @Test
    void anExpressionNamesAllProfilesButOne() {
        String rule = "farm.orm.guard.forbidden-stores.[!prod]=*.prod.example.com";
        context.withPropertyValues(rule).run(failed -> assertThat(failed).hasFailed());
        context.withPropertyValues(rule, "spring.profiles.active=prod")
                .run(ready -> assertThat(ready).hasNotFailed());
    }

    @Test
    void otherStoresAndOtherProfilesAreLetBe() {
        context.withPropertyValues("spring.profiles.active=preview", PREVIEW + "prod.example.com,db.prod.example.co")
                .run(ready -> assertThat(ready).hasNotFailed());
        context.withPropertyValues("spring.profiles.active=test", PREVIEW + "*")
                .run(ready -> assertThat(ready).hasNotFailed());
    }

    @Test
    void aStoreThatDoesNotTellItsAddressIsNamedInTheLog(CapturedOutput output) {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class, Fixtures.OneDriver.class)
                .withPropertyValues("spring.profiles.active=preview", PREVIEW + "x")
                .run(ready -> assertThat(output)
                        .contains("farm.orm.guard.forbidden-stores cannot be checked for driver bean 'fixtureStore'"));
    }

    @Test
    void noMigrationIsSentThereEither() {
        String url = "jdbc:h2:mem:guarded;DB_CLOSE_DELAY=-1";
        new ApplicationContextRunner()
                .withPropertyValues(
                        "spring.datasource.url=" + url + ";PASSWORD=s3cret",
                        "spring.profiles.active=preview",
                        PREVIEW + "mem:guarded")
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        FlywayAutoConfiguration.class,
                        FarmOrmAutoConfiguration.class,
                        FarmOrmSetupAutoConfiguration.class))
                .withUserConfiguration(OneSchema.class)
                .run(failed -> {
                    assertThat(Fixtures.refusal(failed.getStartupFailure()))
                            .hasMessageContaining("jdbc bean 'dataSource' at h2:mem:guarded,")
                            .hasMessageNotContaining("s3cret");
                });
        Integer tables = new JdbcTemplate(new DriverManagerDataSource(url))
                .queryForObject(
                        "select count(*) from information_schema.tables where table_schema = 'PUBLIC'", Integer.class);
        assertThat(tables).isZero();
    }

    @Test
    void redisAndMongoAreComparedWithoutANetwork() {
        new ApplicationContextRunner()
                .withPropertyValues(
                        "spring.data.redis.url=redis://ada:s3cret@redis.prod.invalid:6380/3",
                        "spring.profiles.active=preview",
                        PREVIEW + "redis.prod.invalid:6380/3")
                .withConfiguration(
                        AutoConfigurations.of(DataRedisAutoConfiguration.class, FarmOrmAutoConfiguration.class))
                .withUserConfiguration(OneSchema.class)
                .run(failed -> assertThat(Fixtures.refusal(failed.getStartupFailure()))
                        .hasMessageContaining("at redis://redis.prod.invalid:6380/3,")
                        .hasMessageContaining("spring.data.redis.url: ")
                        .hasMessageNotContaining("s3cret"));
        new ApplicationContextRunner()
                .withPropertyValues(
                        "spring.mongodb.uri=mongodb://ada:s3cret@mongo.prod.invalid:27018/app",
                        "spring.profiles.active=preview",
                        PREVIEW + "mongo.prod.invalid/app")
                .withConfiguration(AutoConfigurations.of(
                        MongoAutoConfiguration.class, DataMongoAutoConfiguration.class, FarmOrmAutoConfiguration.class))
                .withUserConfiguration(OneSchema.class)
                .run(failed -> assertThat(Fixtures.refusal(failed.getStartupFailure()))
                        .hasMessageContaining("at mongodb://mongo.prod.invalid:27018/app,")
                        .hasMessageContaining("spring.mongodb.uri: ")
                        .hasMessageNotContaining("s3cret"));
    }

    @Configuration(proxyBeanMethods = false)
    static class OnProduction {
        @Bean
        FixtureDriver store() {
            FixtureDriver driver = new FixtureDriver("fixture");
            driver.addresses.add("postgresql://db.prod.example.com:5432/app");
            return driver;
        }
    }
}
