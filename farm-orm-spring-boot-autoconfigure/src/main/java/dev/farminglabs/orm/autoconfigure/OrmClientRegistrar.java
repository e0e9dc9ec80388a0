package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import java.util.Arrays;
import java.util.List;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Registers the client, the capabilities and the setup of each schema bean. Runs when every configuration class has been
 * read, so the order of auto-configurations does not matter, and works on definitions: no schema and no store is created.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class OrmClientRegistrar implements BeanDefinitionRegistryPostProcessor {

    private final Environment environment;

    OrmClientRegistrar(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        // Ahead of time this has run already, and the definitions are in the generated code.
        if (AotDetector.useGeneratedArtifacts() || !(registry instanceof ConfigurableListableBeanFactory beans)) {
            return;
        }
        FarmOrmProperties properties = FarmOrmProperties.of(environment);
        SchemaKeys.check(beans, properties);
        List<SchemaBean> schemas = Arrays.stream(beans.getBeanNamesForType(Schema.class, true, false))
                .map(name -> SchemaBean.of(beans, name))
                .toList();
        if (schemas.isEmpty()) {
            return;
        }
        StoreResolver stores = new StoreResolver(new StoreBeans(beans));
        for (SchemaBean schema : schemas) {
            SchemaProperties settings = properties.schema(schema.name());
            register(schema, settings, stores, beans, registry);
        }
    }

    /** Who brings a client says where its records are; then there is nothing for us to resolve or to set up. */
    private static void register(
            SchemaBean schema,
            SchemaProperties settings,
            StoreResolver stores,
            ConfigurableListableBeanFactory beans,
            BeanDefinitionRegistry registry) {
        if (!beans.containsLocalBean(schema.clientName())) {
            ResolvedStore store = stores.resolve(schema.name(), settings);
            registry.registerBeanDefinition(schema.clientName(), schema.client(store));
            if (!beans.containsLocalBean(schema.setupName())) {
                registry.registerBeanDefinition(schema.setupName(), schema.setup(store));
            }
        }
        if (!beans.containsLocalBean(schema.capabilitiesName())) {
            registry.registerBeanDefinition(schema.capabilitiesName(), schema.capabilities());
        }
    }
}
