package dev.farminglabs.orm.autoconfigure.aot;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** The classes of an application that a client may read by reflection, found without creating a bean. */
final class ApplicationTypes {

    private final ConfigurableListableBeanFactory beans;
    private final @Nullable ClassLoader classLoader;
    private final Set<String> packages = new TreeSet<>();

    ApplicationTypes(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        this.classLoader = beans.getBeanClassLoader();
        if (AutoConfigurationPackages.has(beans)) {
            packages.addAll(AutoConfigurationPackages.get(beans));
        }
        addPackagesOfBeans();
        packages.removeIf(name -> name.isEmpty() || name.equals(Schema.class.getPackageName()));
    }

    /** A library's schema and its users are not below the application's packages. */
    private void addPackagesOfBeans() {
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type != null && (Schema.class.isAssignableFrom(type) || takesClient(type))) {
                packages.add(type.getPackageName());
            }
        }
    }

    private static boolean takesClient(Class<?> type) {
        return Arrays.stream(ClassUtils.getUserClass(type).getDeclaredConstructors())
                .map(Constructor::getParameterTypes)
                .flatMap(Arrays::stream)
                .anyMatch(OrmClient.class::isAssignableFrom);
    }

    /** The model classes. */
    List<Class<?>> models() {
        return find(new AssignableTypeFilter(Model.class));
    }

    /** Every record: which of them are select shapes is known only to the methods that use them. */
    List<Class<?>> records() {
        return find((reader, factory) ->
                Record.class.getName().equals(reader.getClassMetadata().getSuperClassName()));
    }

    private List<Class<?>> find(TypeFilter filter) {
        Scanner scanner = new Scanner(classLoader, filter);
        return packages.stream()
                .flatMap(name -> scanner.findCandidateComponents(name).stream())
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .distinct()
                .filter(name -> ClassUtils.isPresent(name, classLoader))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, classLoader))
                .toList();
    }

    private static final class Scanner extends ClassPathScanningCandidateComponentProvider {
        Scanner(@Nullable ClassLoader classLoader, TypeFilter filter) {
            super(false);
            setResourceLoader(new DefaultResourceLoader(classLoader));
            addIncludeFilter(filter);
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return true;
        }
    }
}
