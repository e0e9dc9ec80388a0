package dev.farminglabs.orm.test.autoconfigure;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.ConfigurableEnvironment;

/** Puts every schema into the memory store. */
@AutoConfiguration
@ConditionalOnProperty(name = "farm.orm.test.store", havingValue = "memory")
final class MemoryStores {

    static final String SETTINGS = "farmOrmTestMemorySettings";

    @Bean(SETTINGS)
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static MemorySettings farmOrmTestMemorySettings(ConfigurableEnvironment environment) {
        return new MemorySettings(environment);
    }
}
