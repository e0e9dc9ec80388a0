package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.From;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoDrivers;
import dev.farminglabs.orm.autoconfigure.views.Person;
import dev.farminglabs.orm.autoconfigure.views.ViewsApplication;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.setup.Setup;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.aot.AotDetector;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;

class AheadOfTimeTest {

    private static final String BEAN = "farm.orm.schemas.controlPlane.bean";

    /** One test, because compiling takes its time. */
    @Test
    @CompileWithForkedClassLoader
    void theGeneratedApplicationHasEachClientOnceAndObeysTheSettingsOfItsStart() {
        TestGenerationContext generated = process(BEAN + "=orders", "farm.orm.schemas.controlPlane.prefix=build_");
        String[] atRun = {BEAN + "=reports", "farm.orm.schemas.controlPlane.prefix=run_"};
        run(generated, atRun, ready -> {
            assertThat(ready.getBeanNamesForType(OrmClient.class)).containsExactly("controlPlaneOrmClient");
            assertThat(ready.getBeanNamesForType(Setup.class)).containsExactly("controlPlaneSetup");
            Injected injected = ready.getBean(Injected.class);
            assertThat(injected.byType.schema()).isInstanceOf(ControlPlane.class);
            assertThat(injected.byBeanName).isSameAs(injected.byType);
            assertThat(injected.bySchemaName).isSameAs(injected.byType);
            assertThat(injected.capabilities.store()).isEqualTo("reports");
            assertThat(ready.getBean("reports", FixtureDriver.class).prefixes).containsOnly("run_");
            assertThat(ready.getBean("orders", FixtureDriver.class).prefixes).isEmpty();
            assertThat(ready.getBeanFactory().getSingleton("farmOrmMarkedRecordNames"))
                    .hasToString("MarkedRecordNames[names=[" + Person.class.getName() + "]]");
        });
    }

    @Test
    void modelsAndRecordsAreRegisteredWithoutAWordOfTheUser() {
        RuntimeHints hints = process(BEAN + "=orders").getRuntimeHints();
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(ControlPlane.User.class)
                        .withMemberCategory(MemberCategory.ACCESS_DECLARED_FIELDS))
                .accepts(hints);
        // not marked, of a library, and local to a method
        for (Class<?> view : new Class<?>[] {Person.class, Injected.Named.class, Injected.local()}) {
            assertThat(RuntimeHintsPredicates.reflection()
                            .onType(TypeReference.of(view.getName()))
                            .withMemberCategories(
                                    MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                                    MemberCategory.INVOKE_DECLARED_METHODS))
                    .as(view.getName())
                    .accepts(hints);
        }
        assertThat(RuntimeHintsPredicates.reflection()
                        .onType(From.class)
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.proxies().forInterfaces(Qualifier.class))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("dev/farminglabs/orm/driver/redis/server/apply.lua"))
                .accepts(hints);
    }

    @Test
    void whatIsNotGeneratedIsNotMadeAtRunTime() {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class, TwoDrivers.class)
                .withSystemProperties("spring.aot.enabled=true")
                .run(ready -> assertThat(ready).hasNotFailed().doesNotHaveBean("controlPlaneOrmClient"));
    }

    private static TestGenerationContext process(String... settings) {
        TestGenerationContext generation = new TestGenerationContext(AheadOfTimeTest.class);
        AnnotationConfigApplicationContext build = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(settings).applyTo(build);
        build.register(Application.class, OneSchema.class, TwoDrivers.class, FarmOrmAutoConfiguration.class);
        TestPropertyValues.of(AbstractAotProcessor.AOT_PROCESSING + "=true").applyToSystemProperties(() -> {
            new ApplicationContextAotGenerator().processAheadOfTime(build, generation);
            return null;
        });
        generation.writeGeneratedContent();
        build.close();
        return generation;
    }

    private static void run(
            TestGenerationContext generation, String[] atRun, Consumer<GenericApplicationContext> check) {
        TestCompiler.forSystem().with(generation).compile(compiled -> {
            @SuppressWarnings("unchecked")
            ApplicationContextInitializer<GenericApplicationContext> generated =
                    compiled.getInstance(ApplicationContextInitializer.class);
            TestPropertyValues.of(AotDetector.AOT_ENABLED + "=true").applyToSystemProperties(() -> {
                try (GenericApplicationContext context = new GenericApplicationContext()) {
                    TestPropertyValues.of(atRun).applyTo(context);
                    generated.initialize(context);
                    context.refresh();
                    check.accept(context);
                }
                return null;
            });
        });
    }

    @Import({ViewsApplication.class, Injected.class})
    static class Application {}

    static final class Injected {
        final OrmClient<ControlPlane> byType;
        final OrmClient<?> byBeanName;
        final OrmClient<?> bySchemaName;
        final Capabilities capabilities;

        record Named(String name) {}

        Injected(
                OrmClient<ControlPlane> byType,
                @Qualifier("controlPlaneOrmClient") OrmClient<?> byBeanName,
                @Qualifier("controlPlane") OrmClient<?> bySchemaName,
                @Qualifier("controlPlane") Capabilities capabilities) {
            this.byType = byType;
            this.byBeanName = byBeanName;
            this.bySchemaName = bySchemaName;
            this.capabilities = capabilities;
        }

        static Class<?> local() {
            record Ref(String id) {}
            return Ref.class;
        }
    }
}
