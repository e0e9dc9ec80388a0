package dev.farminglabs.orm.autoconfigure.observation;

import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.OrmClientFactory;
import dev.farminglabs.orm.autoconfigure.OrmDriverDecorator;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Observes what clients send, where the application observes anything. */
@AutoConfiguration(after = FarmOrmAutoConfiguration.class)
@ConditionalOnBean(OrmClientFactory.class)
public final class FarmOrmObservationAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    static class Observed {

        /** Without a registry a driver stays as it is, so that observation costs nothing. */
        @Bean
        OrmDriverDecorator farmOrmObservation(
                ObjectProvider<ObservationRegistry> registries, ObjectProvider<OrmObservationConvention> convention) {
            return (driver, storeBean) -> {
                ObservationRegistry registry = registries.getIfUnique();
                return registry == null ? driver : new ObservedDriver(driver, registry, convention.getIfAvailable());
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({MeterBinder.class, RedisConnectionFactory.class})
    static class Counted {

        @Bean
        ScanMetrics farmOrmScanMetrics() {
            return new ScanMetrics();
        }
    }
}
