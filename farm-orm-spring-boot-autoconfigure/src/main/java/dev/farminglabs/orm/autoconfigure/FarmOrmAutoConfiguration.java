package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.projection.ProjectionConfiguration;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * Makes an {@code OrmClient} for each {@code Schema} bean, wherever that bean comes from: the application, a library, or an
 * auto-configuration that runs after this one. Switched off by {@code farm.orm.enabled: false}.
 *
 * <p>A configuration of a library that wants to know whether Farm ORM is there says {@link
 * dev.farminglabs.orm.autoconfigure.condition.ConditionalOnFarmOrm @ConditionalOnFarmOrm}; the clients themselves are
 * registered after all conditions were evaluated.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnClass(OrmClient.class)
@ConditionalOnBooleanProperty(name = "farm.orm.enabled", matchIfMissing = true)
@EnableConfigurationProperties(FarmOrmProperties.class)
@Import(ProjectionConfiguration.class)
public final class FarmOrmAutoConfiguration {

    static final String CLIENT_FACTORY = "farmOrmClientFactory";
    static final String MEMORY_STORE = "farmOrmMemoryStore";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static OrmClientRegistrar farmOrmClientRegistrar(Environment environment) {
        return new OrmClientRegistrar(environment);
    }

    /** Created for the first schema that says {@code store: memory}, and shared by all of them. */
    @Lazy
    @Bean(name = MEMORY_STORE, autowireCandidate = false)
    Driver farmOrmMemoryStore() {
        return new MemoryDriver();
    }

    @Bean
    StoreDrivers farmOrmStoreDrivers(
            ConfigurableListableBeanFactory beans, FarmOrmProperties properties, Environment environment) {
        return new StoreDrivers(beans, properties.mongo(), new StoreGuard(properties.guard(), environment));
    }

    @Bean
    BoundSchemas farmOrmBoundSchemas(
            ConfigurableListableBeanFactory beans, FarmOrmProperties properties, StoreDrivers drivers) {
        return new BoundSchemas(beans, properties, drivers);
    }

    @Bean(CLIENT_FACTORY)
    OrmClientFactory farmOrmClientFactory(
            ConfigurableListableBeanFactory beans, FarmOrmProperties properties, StoreDrivers drivers) {
        return new OrmClientFactory(beans, properties, drivers);
    }

    @Bean
    OrmExceptionTranslator farmOrmExceptionTranslator() {
        return new OrmExceptionTranslator();
    }
}
