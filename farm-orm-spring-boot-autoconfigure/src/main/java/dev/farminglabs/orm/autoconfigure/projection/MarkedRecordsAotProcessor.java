package dev.farminglabs.orm.autoconfigure.projection;

import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GeneratedMethod;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.javapoet.CodeBlock;

/** Writes the names of the marked records into the generated code. */
final class MarkedRecordsAotProcessor implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(ProjectionCheck.class, true, false).length == 0) {
            return null;
        }
        List<String> names = MarkedRecords.namesBelow(beans);
        return (generation, code) -> {
            GeneratedMethod method = code.getMethods()
                    .add(
                            "registerMarkedRecords",
                            generated -> generated
                                    .addJavadoc("Register the names of the records that are marked as projections.")
                                    .addModifiers(Modifier.PRIVATE)
                                    .addParameter(DefaultListableBeanFactory.class, "beanFactory")
                                    .addStatement(
                                            "beanFactory.registerSingleton($S, new $T($L))",
                                            MarkedRecordNames.BEAN,
                                            MarkedRecordNames.class,
                                            CodeBlock.join(
                                                    names.stream()
                                                            .map(name -> CodeBlock.of("$S", name))
                                                            .toList(),
                                                    ", ")));
            code.addInitializer(method.toMethodReference());
        };
    }
}
