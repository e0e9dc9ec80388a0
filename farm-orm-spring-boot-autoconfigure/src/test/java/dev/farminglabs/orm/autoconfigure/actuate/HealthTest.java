package dev.farminglabs.orm.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.autoconfigure.FixtureDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDataSource;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.autoconfigure.LocalMongo;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.tck.RedisServers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class HealthTest {

    private final ApplicationContextRunner context =
            Fixtures.context().withConfiguration(AutoConfigurations.of(FarmOrmHealthAutoConfiguration.class));

    @Test
    void eachSchemaIsAPart() {
        context.withUserConfiguration(TwoSchemas.class, OneDriver.class).run(ready -> {
            assertThat(ready.getBean("farmormHealthContributor", CompositeHealthContributor.class).stream())
                    .extracting(each -> each.name())
                    .containsExactlyInAnyOrder("controlPlane", "fastState");
            assertThat(ready.getBean(FixtureDriver.class).pings).hasValue(0);
            assertThat(health(ready))
                    .isEqualTo(Health.up()
                            .withDetail("store", "driver")
                            .withDetail("bean", "fixtureStore")
                            .withDetail("dialect", "fixture")
                            .build());
        });
    }

    @Test
    void manyProbesAreOnePing() {
        context.withUserConfiguration(OneSchema.class, OneDriver.class).run(ready -> {
            health(ready);
            health(ready);
            assertThat(ready.getBean(FixtureDriver.class).pings).hasValue(1);
        });
        context.withUserConfiguration(OneSchema.class, OneDriver.class)
                .withPropertyValues("farm.orm.health.time-to-live=0")
                .run(ready -> {
                    health(ready);
                    health(ready);
                    assertThat(ready.getBean(FixtureDriver.class).pings).hasValue(2);
                });
    }

    @Test
    void aStoreThatDoesNotAnswerIsDownWithACodeAndNothingElse() {
        context.withUserConfiguration(OneSchema.class, OneDriver.class).run(ready -> {
            ready.getBean(FixtureDriver.class).onPing = OrmFailure.of(
                            OrmErrorCode.CONNECTION_FAILED, "secret.example.com is gone")
                    .exception();
            assertThat(health(ready).getStatus()).isEqualTo(Status.DOWN);
            assertThat(health(ready).getDetails())
                    .containsEntry("error", "CONNECTION_FAILED")
                    .hasSize(3);
        });
    }

    @Test
    void aClientThatIsClosedIsDownToo() {
        context.withUserConfiguration(OneSchema.class, OneDriver.class).run(ready -> {
            ready.getBean(FixtureDriver.class).onPing = new IllegalStateException("secret.example.com is closed");
            assertThat(health(ready).getStatus()).isEqualTo(Status.DOWN);
            assertThat(health(ready).getDetails()).containsEntry("error", IllegalStateException.class.getName());
        });
    }

    @Test
    void everyStoreAnswers() {
        context.withUserConfiguration(OneSchema.class, OneDataSource.class)
                .run(ready -> assertThat(health(ready).getDetails()).containsEntry("dialect", "h2"));
        context.withUserConfiguration(OneSchema.class)
                .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues(
                        "spring.data.redis.host=" + RedisServers.get().host(),
                        "spring.data.redis.port=" + RedisServers.get().port())
                .run(ready -> assertThat(health(ready).getDetails()).containsEntry("dialect", "redis"));
        context.withUserConfiguration(OneSchema.class)
                .withConfiguration(
                        AutoConfigurations.of(MongoAutoConfiguration.class, DataMongoAutoConfiguration.class))
                .withPropertyValues("spring.mongodb.uri=" + LocalMongo.address() + "/health")
                .run(ready -> assertThat(health(ready).getDetails()).containsEntry("dialect", "mongodb"));
    }

    @Test
    void itIsPartOfReadinessAndNotOfLiveness() {
        ApplicationContextRunner probes = context.withConfiguration(AutoConfigurations.of(
                        HealthContributorRegistryAutoConfiguration.class,
                        HealthEndpointAutoConfiguration.class,
                        AvailabilityProbesAutoConfiguration.class,
                        AvailabilityHealthContributorAutoConfiguration.class))
                .withBean(ApplicationAvailabilityBean.class)
                .withPropertyValues("management.endpoint.health.probes.enabled=true")
                .withUserConfiguration(OneSchema.class, OneDriver.class);
        probes.run(ready -> {
            assertThat(ready).hasNotFailed();
            assertThat(isMember(ready, "readiness", "farmorm")).isTrue();
            assertThat(isMember(ready, "readiness", "readinessState")).isTrue();
            assertThat(isMember(ready, "readiness", "diskSpace")).isFalse();
            assertThat(isMember(ready, "liveness", "farmorm")).isFalse();
        });
        probes.withPropertyValues("farm.orm.health.readiness=false")
                .run(ready ->
                        assertThat(isMember(ready, "readiness", "farmorm")).isFalse());
        probes.withPropertyValues("management.endpoint.health.group.readiness.include=readinessState")
                .run(ready ->
                        assertThat(isMember(ready, "readiness", "farmorm")).isFalse());
    }

    @Test
    void itIsSwitchedOffOrLeftOut() {
        ApplicationContextRunner one = context.withUserConfiguration(OneSchema.class, OneDriver.class);
        one.withPropertyValues("management.health.farmorm.enabled=false")
                .run(ready -> assertThat(ready).doesNotHaveBean("farmormHealthContributor"));
        one.withPropertyValues("farm.orm.enabled=false")
                .run(ready -> assertThat(ready).hasNotFailed().doesNotHaveBean("farmormHealthContributor"));
        one.withClassLoader(new FilteredClassLoader(HealthContributor.class))
                .run(ready -> assertThat(ready).hasNotFailed().doesNotHaveBean("farmormHealthContributor"));
        one.withClassLoader(new FilteredClassLoader(HealthEndpointGroupsPostProcessor.class))
                .run(ready -> assertThat(ready).hasNotFailed().hasBean("farmormHealthContributor"));
    }

    private static boolean isMember(ApplicationContext context, String group, String name) {
        return context.getBean(HealthEndpointGroups.class).get(group).isMember(name);
    }

    private static Health health(ApplicationContext context) {
        return ((HealthIndicator) context.getBean("farmormHealthContributor", CompositeHealthContributor.class)
                        .getContributor("controlPlane"))
                .health();
    }
}
