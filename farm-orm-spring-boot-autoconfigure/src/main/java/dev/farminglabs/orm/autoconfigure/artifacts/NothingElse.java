package dev.farminglabs.orm.autoconfigure.artifacts;

import dev.farminglabs.orm.autoconfigure.ArtifactTask;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.weaving.LoadTimeWeaverAware;
import org.springframework.core.env.Environment;

/**
 * Leaves the beans of an application unmade in a start that is only for files: a schema bean and what it needs are made when
 * they are asked for, and no store, migration or runner ever is.
 */
final class NothingElse implements BeanFactoryPostProcessor {

    private final Environment environment;

    NothingElse(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (ArtifactTask.of(environment) == ArtifactTask.NONE) {
            return;
        }
        for (String name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(!name.equals(FarmOrmArtifactsAutoConfiguration.RUN));
        }
        if (beans instanceof BeanDefinitionRegistry registry) {
            // Spring makes these before all others, lazy or not, and that of JPA asks its database.
            for (String name : beans.getBeanNamesForType(LoadTimeWeaverAware.class, false, false)) {
                registry.removeBeanDefinition(BeanFactoryUtils.transformedBeanName(name));
            }
        }
    }
}
