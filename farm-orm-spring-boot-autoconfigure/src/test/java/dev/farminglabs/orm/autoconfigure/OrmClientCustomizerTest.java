package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.autoconfigure.Fixtures.OneDriver;
import dev.farminglabs.orm.autoconfigure.Fixtures.TwoSchemas;
import dev.farminglabs.orm.setup.Setup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

class OrmClientCustomizerTest {

    @Test
    void eachClientIsCustomizedInOrderAfterTheSettings() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class, Customizers.class)
                .withPropertyValues("farm.orm.schemas.controlPlane.prefix=settings_")
                .run(ready -> {
                    assertThat(ready).hasNotFailed();
                    assertThat(ready.getBean(FixtureDriver.class).prefixes).containsExactly("last_", "last_");
                    assertThat(ready.getBean(Customizers.class).asked)
                            .containsExactly(
                                    "first controlPlane", "last controlPlane", "first fastState", "last fastState");
                });
    }

    @Test
    void aSetupHasTheNamesOfItsClient() {
        Fixtures.context()
                .withUserConfiguration(TwoSchemas.class, OneDriver.class, Customizers.class)
                .run(ready -> {
                    ready.getBean("controlPlaneSetup", Setup.class).push();
                    assertThat(ready.getBean(FixtureDriver.class).tables).containsExactly("last_users");
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {
        final List<String> asked = new ArrayList<>();

        @Bean
        @Order(2)
        OrmClientCustomizer last() {
            return (schemaBean, builder) -> {
                asked.add("last " + schemaBean);
                builder.prefix("last_");
            };
        }

        @Bean
        @Order(1)
        OrmClientCustomizer first() {
            return (schemaBean, builder) -> {
                asked.add("first " + schemaBean);
                builder.prefix("first_");
            };
        }
    }
}
