package dev.farminglabs.orm.autoconfigure.projection;

import dev.farminglabs.orm.ProjectionOf;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the records marked {@link ProjectionOf} below the application's packages. Reads class files, loads only the marked. */
final class MarkedRecords {

    /** The marked classes, in the order of their names; none in the default package, below which is everything. */
    static List<Class<?>> below(ConfigurableListableBeanFactory beans) {
        ClassLoader classLoader = beans.getBeanClassLoader();
        return namesBelow(beans).stream()
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, classLoader))
                .toList();
    }

    /** Their names: as generated code has them, or else searched for. */
    static List<String> namesBelow(ConfigurableListableBeanFactory beans) {
        if (beans.getSingleton(MarkedRecordNames.BEAN) instanceof MarkedRecordNames generated) {
            return generated.names();
        }
        if (!AutoConfigurationPackages.has(beans)) {
            return List.of();
        }
        Scanner scanner = new Scanner(beans.getBeanClassLoader());
        return AutoConfigurationPackages.get(beans).stream()
                .filter(name -> !name.isEmpty())
                .flatMap(name -> scanner.findCandidateComponents(name).stream())
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .sorted()
                .distinct()
                .toList();
    }

    private static final class Scanner extends ClassPathScanningCandidateComponentProvider {
        Scanner(@Nullable ClassLoader classLoader) {
            super(false);
            setResourceLoader(new DefaultResourceLoader(classLoader));
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
