package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Says that a client comes from a schema bean, where Boot would say to declare the client. */
@Order(Ordered.HIGHEST_PRECEDENCE + 102)
final class MissingClientFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

    private static final String ENABLED = "farm.orm.enabled";

    private final @Nullable BeanFactory beans;
    private final @Nullable Environment environment;

    MissingClientFailureAnalyzer(@Nullable BeanFactory beans, @Nullable Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(
            Throwable rootFailure, NoSuchBeanDefinitionException cause, @Nullable String injectionPoint) {
        ResolvableType wanted = cause.getResolvableType();
        if (wanted == null || wanted.resolve() != OrmClient.class || cause.getNumberOfBeansFound() > 1) {
            return null;
        }
        Class<?> schema = wanted.getGeneric(0).resolve(Schema.class);
        String description = (injectionPoint == null ? "A bean" : injectionPoint) + " needs an OrmClient<"
                + schema.getSimpleName() + ">, and there is no such client. ";
        if (environment != null && !environment.getProperty(ENABLED, Boolean.class, true)) {
            return new FailureAnalysis(
                    description + "Farm ORM is switched off.",
                    StartupRefusedException.write("Take the line away, or write:", List.of(ENABLED + ": true")),
                    cause);
        }
        return new FailureAnalysis(description + schemas(), declare(schema), cause);
    }

    private String schemas() {
        List<String> names = beans instanceof ListableBeanFactory all
                ? List.of(all.getBeanNamesForType(Schema.class, true, false))
                : List.of();
        return names.isEmpty() ? "There is no schema bean." : "The schema beans are " + names + ".";
    }

    private static String declare(Class<?> schema) {
        String type = schema.getSimpleName();
        return "A client is made for each schema bean. Declare the schema as one:\n\n    @Bean\n    " + type + " "
                + StringUtils.uncapitalizeAsProperty(type) + "() {\n        return new " + type + "();\n    }";
    }
}
