package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.setup.Setup;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * A schema bean and the definitions of the beans made for it. The definitions name a factory method and have no instance
 * supplier, so they can be generated ahead of time, and their references make the store outlive the client.
 *
 * @param name       the name of the schema bean
 * @param type       the schema's class, the type argument of its client
 * @param definition the schema's own definition, which decides how the others take part in injection
 */
record SchemaBean(String name, Class<?> type, BeanDefinition definition) {

    /** The schema bean of that name. An object that was registered without a definition is an ordinary bean. */
    static SchemaBean of(ConfigurableListableBeanFactory beans, String name) {
        Class<?> type = beans.getType(name, false);
        BeanDefinition definition =
                beans.containsBeanDefinition(name) ? beans.getMergedBeanDefinition(name) : new RootBeanDefinition();
        return new SchemaBean(name, type == null ? Schema.class : type, definition);
    }

    /** The name of the setup bean of a schema bean. */
    static String setupName(String schemaBean) {
        return schemaBean + "Setup";
    }

    /** The name of the client bean of a schema bean. */
    static String clientName(String schemaBean) {
        return schemaBean + "OrmClient";
    }

    String clientName() {
        return clientName(name);
    }

    String capabilitiesName() {
        return name + "Capabilities";
    }

    String setupName() {
        return setupName(name);
    }

    /** {@code OrmClient<ControlPlane>} for a bean of type {@code ControlPlane}. */
    RootBeanDefinition client(ResolvedStore store) {
        RootBeanDefinition client = made("createClient", ResolvableType.forClassWithGenerics(OrmClient.class, type));
        addStore(client, store);
        return client;
    }

    /** The store of a client that was made here, also by generated code; null for a client of somebody else. */
    static @Nullable ResolvedStore storeOf(BeanDefinition client) {
        ConstructorArgumentValues arguments = client.getConstructorArgumentValues();
        return arguments.getArgumentCount() == 5
                        && value(arguments, 2) instanceof String kind
                        && value(arguments, 3) instanceof String bean
                ? new ResolvedStore(StoreKind.valueOf(kind), bean)
                : null;
    }

    private static @Nullable Object value(ConstructorArgumentValues arguments, int index) {
        ConstructorArgumentValues.ValueHolder holder = arguments.getIndexedArgumentValue(index, null);
        return holder == null ? null : holder.getValue();
    }

    /** Lazy, because a driver may have to connect to prepare it. */
    RootBeanDefinition setup(ResolvedStore store) {
        RootBeanDefinition setup = made("createSetup", ResolvableType.forClass(Setup.class));
        addStore(setup, store);
        setup.setLazyInit(true);
        return setup;
    }

    /** Lazy, because a driver may have to connect to answer. */
    RootBeanDefinition capabilities() {
        RootBeanDefinition capabilities = made("capabilities", ResolvableType.forClass(Capabilities.class));
        capabilities.getConstructorArgumentValues().addIndexedArgumentValue(0, new RuntimeBeanReference(clientName()));
        capabilities.setLazyInit(true);
        return capabilities;
    }

    private void addStore(RootBeanDefinition target, ResolvedStore store) {
        ConstructorArgumentValues arguments = target.getConstructorArgumentValues();
        arguments.addIndexedArgumentValue(0, name);
        arguments.addIndexedArgumentValue(1, new RuntimeBeanReference(name));
        putStore(arguments, store);
    }

    private static void putStore(ConstructorArgumentValues arguments, ResolvedStore store) {
        arguments.addIndexedArgumentValue(2, store.kind().name());
        arguments.addIndexedArgumentValue(3, store.bean());
        arguments.addIndexedArgumentValue(4, new RuntimeBeanReference(store.bean()));
    }

    /** Whether the definition, which may come from generated code, is one of those this class makes for this schema. */
    boolean made(BeanDefinition candidate) {
        var first = candidate.getConstructorArgumentValues().getIndexedArgumentValue(0, null);
        Object value = first == null ? null : first.getValue();
        return isOnStore(candidate)
                ? name.equals(value)
                : value instanceof RuntimeBeanReference client
                        && client.getBeanName().equals(clientName())
                        && Capabilities.class == candidate.getResolvableType().resolve();
    }

    private static boolean isOnStore(BeanDefinition candidate) {
        return candidate.getConstructorArgumentValues().getArgumentCount() == 5;
    }

    /** Puts into a generated definition what the settings say now, and what generated code cannot say. */
    void renew(BeanDefinition generated, Supplier<ResolvedStore> store) {
        if (isOnStore(generated)) {
            putStore(generated.getConstructorArgumentValues(), store.get());
        }
        if (generated instanceof RootBeanDefinition bean) {
            qualify(bean);
        }
    }

    private RootBeanDefinition made(String factoryMethod, ResolvableType madeType) {
        RootBeanDefinition made = new RootBeanDefinition();
        made.setFactoryBeanName(FarmOrmAutoConfiguration.CLIENT_FACTORY);
        made.setFactoryMethodName(factoryMethod);
        made.setTargetType(madeType);
        made.setResourceDescription("Farm ORM for schema bean '" + name + "'");
        qualify(made);
        made.setPrimary(definition.isPrimary());
        made.setFallback(definition.isFallback());
        made.setAutowireCandidate(definition.isAutowireCandidate());
        if (definition instanceof AbstractBeanDefinition schema) {
            made.setDefaultCandidate(schema.isDefaultCandidate());
            inheritLaziness(schema, made);
        }
        return made;
    }

    /**
     * The schema's name qualifies the bean beside its own name. A qualifier in the definition would shut the bean's name out,
     * an annotation does not.
     */
    private void qualify(RootBeanDefinition made) {
        Qualifier qualifier =
                AnnotationUtils.synthesizeAnnotation(Map.of(AnnotationUtils.VALUE, name), Qualifier.class, null);
        made.setQualifiedElement(AnnotatedElementUtils.forAnnotations(qualifier));
    }

    /** Saying false where the schema says nothing would switch spring.main.lazy-initialization off. */
    private static void inheritLaziness(AbstractBeanDefinition schema, RootBeanDefinition made) {
        Boolean lazy = schema.getLazyInit();
        if (lazy != null) {
            made.setLazyInit(lazy);
        }
    }
}
