package dev.farminglabs.orm.autoconfigure.actuate;

import dev.farminglabs.orm.autoconfigure.BoundSchema;
import dev.farminglabs.orm.autoconfigure.BoundSchemas;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The health of the store of each schema. Switched off by {@code management.health.farmorm.enabled: false}. */
@AutoConfiguration(
        after = FarmOrmAutoConfiguration.class,
        afterName =
                "org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration")
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(BoundSchemas.class)
@ConditionalOnEnabledHealthIndicator(FarmOrmHealthAutoConfiguration.NAME)
@EnableConfigurationProperties(FarmOrmHealthProperties.class)
public final class FarmOrmHealthAutoConfiguration {

    /** As operators see it. */
    static final String NAME = "farmorm";

    @Bean(NAME + "HealthContributor")
    HealthContributor farmOrmHealthContributor(BoundSchemas schemas, FarmOrmHealthProperties properties) {
        Map<String, HealthContributor> stores = new LinkedHashMap<>();
        for (BoundSchema schema : schemas.all()) {
            stores.put(schema.name(), new StoreHealthIndicator(schema, properties.timeToLive()));
        }
        return CompositeHealthContributor.fromMap(stores);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HealthEndpointGroupsPostProcessor.class, SecurityContext.class})
    static class Readiness {

        @Bean
        static StoresInReadiness farmOrmStoresInReadiness(Environment environment) {
            return new StoresInReadiness(
                    environment, environment.getProperty("farm.orm.health.readiness", Boolean.class, true));
        }
    }
}
