package dev.farminglabs.orm.autoconfigure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.util.ClassUtils;

/** The store beans of the context and its parents, read from definitions: nothing is created. */
final class StoreBeans {

    private final ConfigurableListableBeanFactory beans;
    private final Map<StoreKind, List<String>> names = new EnumMap<>(StoreKind.class);

    StoreBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        for (StoreKind kind : StoreKind.values()) {
            names.put(kind, namesOf(kind));
        }
    }

    private List<String> namesOf(StoreKind kind) {
        return kind.beanTypes().stream()
                .map(this::namesOf)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> namesOf(String beanType) {
        ClassLoader classLoader = beans.getBeanClassLoader();
        if (!ClassUtils.isPresent(beanType, classLoader)) {
            return List.of();
        }
        Class<?> type = ClassUtils.resolveClassName(beanType, classLoader);
        return List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type, true, false)).stream()
                .filter(name -> !name.equals(FarmOrmAutoConfiguration.MEMORY_STORE))
                .toList();
    }

    /** Whether there is a driver for that kind. */
    boolean isSupported(StoreKind kind) {
        return kind.isSupported(beans.getBeanClassLoader());
    }

    /** Whether there is a bean of that name, of whatever type. */
    boolean exists(String bean) {
        return beans.containsBean(bean);
    }

    /** The names of all beans of that kind. */
    List<String> all(StoreKind kind) {
        return names.getOrDefault(kind, List.of());
    }

    /** The names of the beans of that kind that injection would consider; more than one where it would give up. */
    List<String> injectable(StoreKind kind) {
        if (!isSupported(kind)) {
            return List.of();
        }
        List<String> primary = new ArrayList<>();
        List<String> regular = new ArrayList<>();
        List<String> fallback = new ArrayList<>();
        for (String name : all(kind)) {
            BeanDefinition definition = definition(name);
            if (definition == null) {
                regular.add(name);
            } else if (isCandidate(definition)) {
                (definition.isPrimary() ? primary : definition.isFallback() ? fallback : regular).add(name);
            }
        }
        return !primary.isEmpty() ? primary : !regular.isEmpty() ? regular : fallback;
    }

    private static boolean isCandidate(BeanDefinition definition) {
        return definition.isAutowireCandidate()
                && !(definition instanceof AbstractBeanDefinition bean && !bean.isDefaultCandidate());
    }

    /** The definition, or null for an object that was registered without one. */
    private @Nullable BeanDefinition definition(String name) {
        BeanFactory factory = beans;
        while (factory instanceof ConfigurableListableBeanFactory current) {
            if (current.containsBeanDefinition(name)) {
                return current.getMergedBeanDefinition(name);
            }
            factory = current.getParentBeanFactory();
        }
        return null;
    }
}
