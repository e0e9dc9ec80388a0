package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.autoconfigure.Fixtures.OneSchema;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records go in and come out again. */
class MemoryStoreTest {

    record Person(String email, String name) {}

    @Test
    void recordsAreKeptInTheMemoryStore() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, Writer.class)
                .withPropertyValues(
                        "farm.orm.schemas.control-plane.store=memory", "farm.orm.schemas.fast-state.store=memory")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    Writer writer = ready.getBean(Writer.class);
                    writer.write("ada@example.com", "Ada");
                    assertThat(writer.orm.model(ControlPlane.USER).findMany(Person.class))
                            .containsExactly(new Person("ada@example.com", "Ada"));
                    assertThat(ready.getBean("fastStateCapabilities", Capabilities.class))
                            .isEqualTo(ready.getBean("controlPlaneCapabilities"));
                });
    }

    @Test
    void aDriverBeanIsAStore() {
        Fixtures.context()
                .withUserConfiguration(OneSchema.class, OwnMemory.class, Writer.class)
                .run(ready -> {
                    Writer writer = ready.getBean(Writer.class);
                    writer.write("ada@example.com", "Ada");
                    assertThat(writer.orm.model(ControlPlane.USER).count()).isEqualTo(1);
                });
    }

    @Test
    void pushAndValidateArePossible() {
        for (String mode : new String[] {"push", "validate"}) {
            try (ConfigurableApplicationContext context =
                    SetupRunnerTest.run(OwnMemory.class, "--farm.orm.schemas.controlPlane.setup=" + mode)) {
                assertThat(context.isActive()).isTrue();
            }
        }
    }

    static final class Writer {
        final OrmClient<ControlPlane> orm;

        Writer(OrmClient<ControlPlane> orm) {
            this.orm = orm;
        }

        void write(String email, String name) {
            orm.model(ControlPlane.USER).create(ControlPlane.USER.email.set(email), ControlPlane.USER.name.set(name));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnMemory {
        @Bean
        Driver ownMemory() {
            return new MemoryDriver();
        }
    }
}
