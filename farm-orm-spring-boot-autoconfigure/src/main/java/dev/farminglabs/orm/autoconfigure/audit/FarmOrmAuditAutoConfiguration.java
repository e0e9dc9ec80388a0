package dev.farminglabs.orm.autoconfigure.audit;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.OrmClientFactory;
import dev.farminglabs.orm.autoconfigure.OrmDriverDecorator;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notes who changed what, where {@code farm.orm.audit.enabled} says so. */
@AutoConfiguration(after = FarmOrmAutoConfiguration.class)
@ConditionalOnBean(OrmClientFactory.class)
@ConditionalOnBooleanProperty("farm.orm.audit.enabled")
@EnableConfigurationProperties(FarmOrmAuditProperties.class)
public final class FarmOrmAuditAutoConfiguration {

    @Bean
    AuditTrail auditTrail() {
        return new AuditTrail();
    }

    @Bean
    AuditQueue farmOrmAuditQueue(FarmOrmAuditProperties properties) {
        return new AuditQueue(properties.queueCapacity());
    }

    @Bean
    OrmDriverDecorator farmOrmAudit(AuditQueue queue, ObjectProvider<AuditActor> actors) {
        AuditActor nobody = () -> null;
        AuditRecorder recorder = new AuditRecorder(
                queue, () -> actors.getIfAvailable(() -> nobody).current());
        return (driver, storeBean) -> new AuditedDriver(driver, recorder);
    }

    @Bean
    AuditWriter farmOrmAuditWriter(
            AuditQueue queue, ObjectProvider<OrmClient<AuditTrail>> client, FarmOrmAuditProperties properties) {
        return new AuditWriter(queue, client::getObject, properties.closeTimeout());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class Counted {

        @Bean
        AuditMetrics farmOrmAuditMetrics(AuditQueue queue, AuditWriter writer) {
            return new AuditMetrics(queue, writer);
        }
    }
}
