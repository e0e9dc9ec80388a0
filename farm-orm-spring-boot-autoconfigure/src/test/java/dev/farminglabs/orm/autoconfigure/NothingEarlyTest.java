package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDataSource;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.setup.Setup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class NothingEarlyTest {

    @Test
    void startingAsksTheStoreNothing() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class)
                .run(ready -> {
                    FixtureDriver driver = ready.getBean(FixtureDriver.class);
                    assertThat(ready.getBeansOfType(OrmClient.class)).hasSize(2);
                    assertThat(driver.connections).hasValue(0);
                    ready.getBean("fastStateSetup", Setup.class);
                    assertThat(driver.connections).hasValue(0);
                    ready.getBean("fastStateCapabilities", Capabilities.class);
                    assertThat(driver.connections).hasValue(1);
                });
    }

    @Test
    void everyBeanPassesEveryPostProcessor(CapturedOutput output) {
        Fixtures.context()
                .withUserConfiguration(OneDataSource.class, OneSchema.class, Recorder.class)
                .run(ready -> {
                    assertThat(ready.getBean(Recorder.class).seen)
                            .contains("dataSource", "controlPlane", "controlPlaneOrmClient");
                    assertThat(output).doesNotContain("not eligible for getting processed by all BeanPostProcessors");
                });
    }

    @Test
    void lazyInitializationCreatesNoDataSource() {
        int before = OneDataSource.CREATED.get();
        Fixtures.context()
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withUserConfiguration(OneDataSource.class, OneSchema.class)
                .run(ready -> {
                    assertThat(OneDataSource.CREATED).hasValue(before);
                    ready.getBean(OrmClient.class);
                    assertThat(OneDataSource.CREATED).hasValue(before + 1);
                });
    }

    @Test
    void oneLineForEachClientSaysWhereItIs(CapturedOutput output) {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class)
                .withPropertyValues("farm.orm.schemas.fast-state.setup=push")
                .run(ready -> assertThat(output)
                        .containsOnlyOnce("Schema bean 'controlPlane' is on driver bean 'fixtureStore', setup: none")
                        .containsOnlyOnce("Schema bean 'fastState' is on driver bean 'fixtureStore', setup: push"));
    }

    @Test
    void theLineHasTheAddressWithoutSecretsAndWithoutAConnection(CapturedOutput output) {
        Fixtures.context()
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:tcp://db.invalid:9092/app;USER=ada;PASSWORD=s3cret",
                        "spring.datasource.username=ada",
                        "spring.datasource.password=s3cret")
                .withUserConfiguration(TwoSchemas.class)
                .run(ready -> assertThat(output)
                        .containsOnlyOnce("Schema bean 'controlPlane' is on jdbc bean 'dataSource' at"
                                + " h2://db.invalid:9092/app, setup: none")
                        .doesNotContain("s3cret"));
    }

    static final class Recorder implements BeanPostProcessor {
        final List<String> seen = new ArrayList<>();

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            seen.add(name);
            return bean;
        }
    }
}
