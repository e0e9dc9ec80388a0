package dev.farminglabs.orm.autoconfigure.setup;

import dev.farminglabs.orm.autoconfigure.BoundSchemas;
import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties;
import dev.farminglabs.orm.autoconfigure.OrmClientFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/** Makes stores ready when the application starts. The beans are always there: what they do is read from the settings then. */
@AutoConfiguration(after = FarmOrmAutoConfiguration.class)
@ConditionalOnBean(OrmClientFactory.class)
public final class FarmOrmSetupAutoConfiguration {

    static final String INITIALIZER = "farmOrmSchemaInitializer";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ClientsAfterSetup farmOrmClientsAfterSetup() {
        return new ClientsAfterSetup();
    }

    @Bean
    SchemaSetup farmOrmSchemaSetup(ListableBeanFactory beans, FarmOrmProperties properties, Environment environment) {
        return new SchemaSetup(beans, properties, environment);
    }

    @Bean(INITIALIZER)
    SchemaInitializer farmOrmSchemaInitializer(SchemaSetup setup) {
        return new SchemaInitializer(setup);
    }

    @Bean
    SetupRunner farmOrmSetupRunner(SchemaSetup setup) {
        return new SetupRunner(setup);
    }

    @Bean
    GuardCheck farmOrmGuardCheck(BoundSchemas schemas) {
        return new GuardCheck(schemas);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DatabaseInitializationDependencyConfigurer.class)
    @Import(DatabaseInitializationDependencyConfigurer.class)
    static class BesideOtherInitializers {}
}
