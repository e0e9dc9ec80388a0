package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.SchemaProperties;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    /** Set in tests that may have but some of the application's schemas, and all of its settings. */
    private static final String SLICE = "farm.orm.test.store";

    private final Environment environment;

    OrmClientRegistrar(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (!(registry instanceof ConfigurableListableBeanFactory beans)) {
            return;
        }
        FarmOrmProperties properties = FarmOrmProperties.of(environment);
        if (!environment.containsProperty(SLICE)) {
            SchemaKeys.check(beans, properties);
        }
        if (ArtifactTask.of(environment) == ArtifactTask.NONE) {
            registerAll(beans, registry, properties);
        }
    }

    private void registerAll(
            ConfigurableListableBeanFactory beans, BeanDefinitionRegistry registry, FarmOrmProperties properties) {
        ClientReport report = new ClientReport(beans);
        List<SchemaBean> schemas = Arrays.stream(beans.getBeanNamesForType(Schema.class, true, false))
                .map(name -> SchemaBean.of(beans, name))
                .toList();
        if (schemas.isEmpty()) {
            report.noSchema();
            return;
        }
        StoreResolver stores = new StoreResolver(new StoreBeans(beans));
        for (SchemaBean schema : schemas) {
            SchemaProperties settings = properties.schema(schema.name());
            // Ahead of time this has run already, and the definitions are in the generated code.
            if (AotDetector.useGeneratedArtifacts()) {
                renew(schema, () -> stores.resolve(schema.name(), settings), beans);
            } else {
                register(schema, settings, stores, beans, registry, report);
            }
        }
    }

    /** Who brings a client says where its records are; then there is nothing for us to resolve or to set up. */
    private static void register(
            SchemaBean schema,
            SchemaProperties settings,
            StoreResolver stores,
            ConfigurableListableBeanFactory beans,
            BeanDefinitionRegistry registry,
            ClientReport report) {
        if (beans.containsLocalBean(schema.clientName())) {
            report.own(schema);
        } else {
            ResolvedStore store = stores.resolve(schema.name(), settings);
            report.made(schema, settings, store);
            registry.registerBeanDefinition(schema.clientName(), schema.client(store));
            if (!beans.containsLocalBean(schema.setupName())) {
                registry.registerBeanDefinition(schema.setupName(), schema.setup(store));
            }
        }
        if (!beans.containsLocalBean(schema.capabilitiesName())) {
            registry.registerBeanDefinition(schema.capabilitiesName(), schema.capabilities());
        }
    }

    /** The settings of today decide, and not those of the day on which the code was generated. */
    private static void renew(SchemaBean schema, Supplier<ResolvedStore> store, ConfigurableListableBeanFactory beans) {
        Stream.of(schema.clientName(), schema.setupName(), schema.capabilitiesName())
                .filter(beans::containsBeanDefinition)
                .map(beans::getBeanDefinition)
                .filter(schema::made)
                .forEach(definition -> schema.renew(definition, store));
    }
}
