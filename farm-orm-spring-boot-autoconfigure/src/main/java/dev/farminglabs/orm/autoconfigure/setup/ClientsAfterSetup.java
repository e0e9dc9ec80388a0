package dev.farminglabs.orm.autoconfigure.setup;

import dev.farminglabs.orm.OrmClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.StringUtils;

/** Makes every client depend on the setup, on whatever store it is. Boot does so too, but only where it knows of databases. */
final class ClientsAfterSetup implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String client : beans.getBeanNamesForType(OrmClient.class, true, false)) {
            if (beans.containsBeanDefinition(client)) {
                BeanDefinition definition = beans.getBeanDefinition(client);
                Set<String> before = new LinkedHashSet<>();
                String[] already = definition.getDependsOn();
                if (already != null) {
                    before.addAll(List.of(already));
                }
                before.add(FarmOrmSetupAutoConfiguration.INITIALIZER);
                definition.setDependsOn(StringUtils.toStringArray(before));
            }
        }
    }
}
