package dev.farminglabs.orm.test.autoconfigure;

import dev.farminglabs.orm.Schema;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Keeps schema beans and the configurations that declare one, and leaves the other components out. */
final class FarmOrmTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<FarmOrmTest> {

    private static final Set<Class<?>> SCHEMAS = Set.of(Schema.class);

    FarmOrmTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }

    @Override
    protected Set<Class<?>> getKnownIncludes() {
        return SCHEMAS;
    }

    @Override
    protected boolean defaultInclude(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        if (super.defaultInclude(reader, factory)) {
            return true;
        }
        for (MethodMetadata method : reader.getAnnotationMetadata().getAnnotatedMethods(Bean.class.getName())) {
            if (isSchema(method.getReturnTypeName(), factory)) {
                return true;
            }
        }
        return false;
    }

    /** Reads the class file of the type a bean method returns, if there is one: primitives and arrays have none. */
    private static boolean isSchema(String type, MetadataReaderFactory factory) {
        try {
            return new AssignableTypeFilter(Schema.class).match(factory.getMetadataReader(type), factory);
        } catch (IOException e) {
            return false;
        }
    }
}
