package dev.farminglabs.orm.test.autoconfigure;

import dev.farminglabs.orm.Schema;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Says {@code store: memory} for each schema bean, louder than the application does, before the clients are registered. */
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class MemorySettings implements BeanDefinitionRegistryPostProcessor {

    private final ConfigurableEnvironment environment;

    MemorySettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (!(registry instanceof ConfigurableListableBeanFactory beans)) {
            return;
        }
        Map<String, Object> settings = new HashMap<>();
        for (String schema : beans.getBeanNamesForType(Schema.class, true, false)) {
            String prefix = "farm.orm.schemas.[" + schema + "].";
            settings.put(prefix + "store", "memory");
            settings.put(prefix + "setup", "none");
            // An empty value takes back what the application says.
            settings.put(prefix + "bean", "");
            settings.put(prefix + "namespace", "");
            settings.put(prefix + "transaction-manager", "");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("farmOrmTestMemory", settings));
    }
}
