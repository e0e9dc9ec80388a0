package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

class AheadOfTimeTest {

    @Test
    void theClientsAreGenerated() throws IOException {
        String code = process();
        assertThat(code)
                .contains("ResolvableType.forClassWithGenerics(OrmClient.class, ControlPlane.class)")
                .contains("new AutowireCandidateQualifier(\"org.springframework.beans.factory.annotation.Qualifier\","
                        + " \"controlPlane\")")
                .contains("createClient", "createSetup", "capabilities")
                .contains("new RuntimeBeanReference(\"fixtureStore\")");
    }

    @Test
    void atRunTimeTheGeneratedDefinitionsAreLeftAlone() {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class)
                .withSystemProperties("spring.aot.enabled=true")
                .run(ready -> assertThat(ready).hasNotFailed().doesNotHaveBean("controlPlaneOrmClient"));
    }

    private static String process() throws IOException {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(OneSchema.class, OneDriver.class, FarmOrmAutoConfiguration.class);
            DefaultGenerationContext generation =
                    new DefaultGenerationContext(new ClassNameGenerator(ClassName.get(AheadOfTimeTest.class)), files);
            TestPropertyValues.of(AbstractAotProcessor.AOT_PROCESSING + "=true").applyToSystemProperties(() -> {
                new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
                generation.writeGeneratedContent();
                return null;
            });
        }
        StringBuilder code = new StringBuilder();
        for (var file : files.getGeneratedFiles(Kind.SOURCE).values()) {
            try (var source = file.getInputStream()) {
                code.append(new String(source.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return code.toString();
    }
}
