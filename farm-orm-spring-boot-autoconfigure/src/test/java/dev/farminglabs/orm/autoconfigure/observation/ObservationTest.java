package dev.farminglabs.orm.autoconfigure.observation;

import static dev.farminglabs.orm.autoconfigure.ControlPlane.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.BoundSchemas;
import dev.farminglabs.orm.autoconfigure.ControlPlane;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.Fixtures;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.LocalMongo;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.jdbc.JdbcDriver;
import dev.farminglabs.orm.setup.Setup;
import dev.farminglabs.orm.tck.RedisServers;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ObservationTest {

    private static final String NAME = "farm.orm.client.operation";

    record NewUser(String email, String name) {}

    private final ApplicationContextRunner base = new ApplicationContextRunner()
            .withPropertyValues("spring.datasource.generate-unique-name=true")
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    FarmOrmAutoConfiguration.class,
                    FarmOrmObservationAutoConfiguration.class))
            .withUserConfiguration(OneSchema.class);

    private final ApplicationContextRunner observed = base.withUserConfiguration(TestRegistry.class);

    @Test
    @SuppressWarnings("unchecked")
    void everyVerbIsOneObservationWithItsKeys() {
        observed.run(ready -> {
            OrmClient<ControlPlane> orm = ready.getBean(OrmClient.class);
            ready.getBean(Setup.class).push();
            orm.model(USER).create(USER.email.set("a@x"), USER.name.set("Ada"));
            orm.model(USER).createMany(List.of(new NewUser("b@x", "B"), new NewUser("c@x", "C")));
            orm.model(USER).where(USER.email.eq("a@x")).update(USER.name.set("A"));
            orm.model(USER).where(USER.email.eq("d@x")).upsert(user -> user.create(USER.name.set("D")));
            orm.model(USER).findMany();
            orm.model(USER).count();
            orm.model(USER).where(USER.email.eq("d@x")).delete();
            orm.transaction(tx -> tx.model(USER).count());
            orm.batch(calls -> calls.model(USER).create(USER.email.set("e@x"), USER.name.set("E")));
            TestObservationRegistryAssert registry =
                    TestObservationRegistryAssert.assertThat(ready.getBean(TestObservationRegistry.class));
            for (String operation :
                    List.of("create", "createMany", "update", "upsert", "find", "aggregate", "delete", "batch")) {
                registry.hasAnObservation(observation -> observation
                        .hasNameEqualTo(NAME)
                        .hasContextualNameEqualTo(operation + " users")
                        .hasLowCardinalityKeyValue("db.system.name", "h2database")
                        .hasLowCardinalityKeyValue("db.operation.name", operation)
                        .hasLowCardinalityKeyValue("db.collection.name", "users")
                        .hasLowCardinalityKeyValue("db.namespace", "none")
                        .hasLowCardinalityKeyValue("error.type", "none")
                        .hasLowCardinalityKeyValue("farm.orm.schema", "controlPlane"));
            }
            registry.hasAnObservation(observation -> observation
                    .hasContextualNameEqualTo("transaction")
                    .hasLowCardinalityKeyValue("db.collection.name", "none"));
            registry.hasAnObservation(observation -> observation
                    .hasContextualNameEqualTo("aggregate users")
                    .hasParentObservationContextMatching(parent ->
                            ((OrmObservationContext) parent).operation().equals("transaction")));
            registry.hasNumberOfObservationsWithNameEqualTo(NAME, 10);
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void aFailureHasItsCode() {
        observed.run(ready -> {
            OrmClient<ControlPlane> orm = ready.getBean(OrmClient.class);
            assertThat(catchThrowable(() -> orm.model(USER).count())).isNotNull();
            TestObservationRegistryAssert.assertThat(ready.getBean(TestObservationRegistry.class))
                    .hasSingleObservationThat()
                    .hasError()
                    .hasLowCardinalityKeyValue("error.type", "MISSING_TABLE")
                    .hasLowCardinalityKeyValue("db.system.name", "h2database");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "mongodb"})
    @SuppressWarnings("unchecked")
    void otherStoresAreObservedAlike(String store) {
        Fixtures.context()
                .withConfiguration(AutoConfigurations.of(FarmOrmObservationAutoConfiguration.class))
                .withConfiguration(
                        store.equals("redis")
                                ? AutoConfigurations.of(DataRedisAutoConfiguration.class)
                                : AutoConfigurations.of(MongoAutoConfiguration.class, DataMongoAutoConfiguration.class))
                .withPropertyValues(
                        "spring.data.redis.host=" + RedisServers.get().host(),
                        "spring.data.redis.port=" + RedisServers.get().port(),
                        "spring.mongodb.uri=" + LocalMongo.address() + "/observed",
                        "farm.orm.schemas.controlPlane.prefix=observed_")
                .withUserConfiguration(OneSchema.class, TestRegistry.class)
                .run(ready -> {
                    ready.getBean(Setup.class).push();
                    ready.getBean(OrmClient.class)
                            .model(USER)
                            .where(USER.email.eq("nobody"))
                            .findUnique(NewUser.class);
                    TestObservationRegistryAssert.assertThat(ready.getBean(TestObservationRegistry.class))
                            .hasSingleObservationThat()
                            .hasContextualNameEqualTo("find observed_users")
                            .hasLowCardinalityKeyValue("db.system.name", store);
                });
    }

    @Test
    @SuppressWarnings("unchecked")
    void anOwnConventionIsUsed() {
        observed.withUserConfiguration(OwnConvention.class).run(ready -> {
            ready.getBean(Setup.class).push();
            OrmClient<ControlPlane> orm = ready.getBean(OrmClient.class);
            orm.model(USER).count();
            TestObservationRegistryAssert.assertThat(ready.getBean(TestObservationRegistry.class))
                    .hasSingleObservationThat()
                    .hasNameEqualTo("acme.database")
                    .hasLowCardinalityKeyValue("team", "platform")
                    .hasLowCardinalityKeyValue("db.collection.name", "users");
        });
    }

    private final ApplicationContextRunner measured = base.withConfiguration(AutoConfigurations.of(
                    ObservationAutoConfiguration.class,
                    MetricsAutoConfiguration.class,
                    CompositeMeterRegistryAutoConfiguration.class))
            .withBean(SimpleMeterRegistry.class)
            .withClassLoader(new FilteredClassLoader("io.micrometer.tracing"));

    @Test
    void withBootsOwnRegistryThereIsATimer() {
        measured.run(ready -> {
            ready.getBean(Setup.class).push();
            ready.getBean(OrmClient.class).model(USER).count();
            assertThat(ready.getBean(MeterRegistry.class)
                            .get(NAME)
                            .tag("db.operation.name", "aggregate")
                            .timer()
                            .count())
                    .isPositive();
        });
    }

    @Test
    void aSettingOfBootsSwitchesItOff() {
        measured.withPropertyValues("management.observations.enable.farm.orm=false")
                .run(ready -> {
                    ready.getBean(Setup.class).push();
                    assertThat(ready.getBean(OrmClient.class).model(USER).count())
                            .isZero();
                    assertThat(ready.getBean(MeterRegistry.class).getMeters())
                            .noneMatch(meter -> meter.getId().getName().startsWith(NAME));
                });
    }

    @Test
    void withoutARegistryNothingStandsBetween() {
        base.run(ready -> assertThat(
                        ready.getBean(BoundSchemas.class).all().get(0).driver())
                .isInstanceOf(JdbcDriver.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.micrometer.observation", "io.micrometer.core", "io.micrometer"})
    void withoutMicrometerClientsWork(String missing) {
        base.withClassLoader(new FilteredClassLoader(missing)).run(ready -> {
            assertThat(ready).hasNotFailed();
            ready.getBean(Setup.class).push();
            assertThat(ready.getBean(OrmClient.class).model(USER).count()).isZero();
        });
    }

    @Test
    void scansOfRedisAreCounted() {
        Fixtures.context()
                .withConfiguration(AutoConfigurations.of(
                        DataRedisAutoConfiguration.class,
                        FarmOrmObservationAutoConfiguration.class,
                        MetricsAutoConfiguration.class,
                        CompositeMeterRegistryAutoConfiguration.class))
                .withPropertyValues(
                        "spring.data.redis.host=" + RedisServers.get().host(),
                        "spring.data.redis.port=" + RedisServers.get().port(),
                        "farm.orm.schemas.controlPlane.prefix=scanned_")
                .withBean(SimpleMeterRegistry.class)
                .withUserConfiguration(OneSchema.class, TestRegistry.class)
                .run(ready -> {
                    ready.getBean(Setup.class).push();
                    ready.getBean(OrmClient.class)
                            .model(USER)
                            .where(USER.name.eq("x"))
                            .count();
                    assertThat(ready.getBean(MeterRegistry.class)
                                    .get("farm.orm.redis.scans")
                                    .tag("store.bean", "redisConnectionFactory")
                                    .functionCounter()
                                    .count())
                            .isEqualTo(1);
                });
    }

    @Test
    void everyKeyIsDocumented() {
        KeyValues all = DefaultOrmObservationConvention.INSTANCE.getLowCardinalityKeyValues(
                new OrmObservationContext("find", new ControlPlane().definition(PhysicalNaming.DEFAULT), null, null));
        assertThat(all.stream().map(KeyValue::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(OrmObservationDocumentation.OPERATION.getLowCardinalityKeyNames())
                                .map(KeyName::asString)
                                .toList());
    }

    @Configuration(proxyBeanMethods = false)
    static class TestRegistry {
        @Bean
        ObservationRegistry observationRegistry() {
            return TestObservationRegistry.create();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnConvention {
        @Bean
        OrmObservationConvention convention() {
            return new DefaultOrmObservationConvention() {
                @Override
                public String getName() {
                    return "acme.database";
                }

                @Override
                public KeyValues getLowCardinalityKeyValues(OrmObservationContext context) {
                    return super.getLowCardinalityKeyValues(context).and("team", "platform");
                }
            };
        }
    }
}
