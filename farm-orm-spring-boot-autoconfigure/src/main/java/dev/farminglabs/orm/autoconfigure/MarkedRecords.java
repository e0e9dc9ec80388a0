package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.ProjectionOf;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the records marked {@link ProjectionOf} below the application's packages. Reads class files, loads only the marked. */
final class MarkedRecords {

    /** The marked classes, in the order of the packages; none in the default package, below which is everything. */
    static List<Class<?>> below(ConfigurableListableBeanFactory beans) {
        if (!AutoConfigurationPackages.has(beans)) {
            return List.of();
        }
        ClassLoader classLoader = beans.getBeanClassLoader();
        Scanner scanner = new Scanner();
        return AutoConfigurationPackages.get(beans).stream()
                .filter(name -> !name.isEmpty())
                .flatMap(name -> scanner.findCandidateComponents(name).stream())
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .sorted()
                .distinct()
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, classLoader))
                .toList();
    }

    private static final class Scanner extends ClassPathScanningCandidateComponentProvider {
        Scanner() {
            super(false);
            addIncludeFilter(new AnnotationTypeFilter(ProjectionOf.class, false));
        }

        /** A select shape may be a record inside a method, next to its query. */
        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return true;
        }
    }

    private MarkedRecords() {}
}
