package dev.farminglabs.orm.autoconfigure.projection;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imported by the auto-configuration. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    @Bean
    ProjectionCheck farmOrmProjectionCheck(ConfigurableListableBeanFactory beans) {
        return new ProjectionCheck(beans);
    }
}
