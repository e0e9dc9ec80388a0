package dev.farminglabs.orm.autoconfigure.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.autoconfigure.FarmOrmAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDataSource;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.AotDetector;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;

/** What a start is for is read when it starts, and not when its code was generated. */
class ArtifactsAheadOfTimeTest {

    @TempDir
    Path directory;

    @Test
    @CompileWithForkedClassLoader
    void aGeneratedApplicationWritesAndServes() {
        Path page = directory.resolve("models.md");
        String[] settings = {
            "farm.orm.artifacts.targets.mermaid.path=" + page, "farm.orm.schemas.control-plane.store=jdbc"
        };
        // a setting of the build does not end up in the code
        TestGenerationContext generated = process("farm.orm.artifacts.check=true");
        TestCompiler.forSystem().with(generated).compile(compiled -> {
            @SuppressWarnings("unchecked")
            ApplicationContextInitializer<GenericApplicationContext> application =
                    compiled.getInstance(ApplicationContextInitializer.class);
            TestPropertyValues.of(AotDetector.AOT_ENABLED + "=true").applyToSystemProperties(() -> {
                try (GenericApplicationContext served = context(application, settings)) {
                    served.refresh();
                    assertThat(served.containsBean("controlPlaneOrmClient")).isTrue();
                    assertThat(page).doesNotExist();
                }
                try (GenericApplicationContext written = context(application, settings)) {
                    TestPropertyValues.of("farm.orm.artifacts.generate=").applyTo(written);
                    assertThatThrownBy(written::refresh).isInstanceOf(ArtifactsDone.class);
                    assertThat(page).content().contains("erDiagram");
                }
                return null;
            });
        });
    }

    private static GenericApplicationContext context(
            ApplicationContextInitializer<GenericApplicationContext> application, String... settings) {
        GenericApplicationContext context = new GenericApplicationContext();
        TestPropertyValues.of(settings).applyTo(context);
        application.initialize(context);
        return context;
    }

    private static TestGenerationContext process(String setting) {
        TestGenerationContext generation = new TestGenerationContext(ArtifactsAheadOfTimeTest.class);
        AnnotationConfigApplicationContext build = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(setting).applyTo(build);
        build.register(
                OneSchema.class,
                OneDataSource.class,
                FarmOrmAutoConfiguration.class,
                FarmOrmArtifactsAutoConfiguration.class);
        TestPropertyValues.of(AbstractAotProcessor.AOT_PROCESSING + "=true").applyToSystemProperties(() -> {
            new ApplicationContextAotGenerator().processAheadOfTime(build, generation);
            return null;
        });
        generation.writeGeneratedContent();
        build.close();
        return generation;
    }
}
