package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.BoundSchemas;
import dev.farminglabs.orm.autoconfigure.FarmOrmProperties;
import dev.farminglabs.orm.autoconfigure.OrmClientFactory;
import dev.farminglabs.orm.autoconfigure.OrmDriverDecorator;
import dev.farminglabs.orm.autoconfigure.console.trace.TracedDriver;
import dev.farminglabs.orm.autoconfigure.setup.FarmOrmSetupAutoConfiguration;
import dev.farminglabs.orm.autoconfigure.setup.SchemaSetup;
import jakarta.servlet.Servlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** The console, where {@code farm.orm.console.enabled} is true in a servlet application. */
@AutoConfiguration(after = FarmOrmSetupAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, Servlet.class})
@ConditionalOnBean(OrmClientFactory.class)
@ConditionalOnBooleanProperty(name = "farm.orm.console.enabled")
@EnableConfigurationProperties(ConsoleProperties.class)
public final class FarmOrmConsoleAutoConfiguration {

    @Bean
    ProfileCheck farmOrmConsoleProfileCheck(ConsoleProperties console, Environment environment) {
        return new ProfileCheck(console, environment);
    }

    /** Last in order, so nearest to the clients: its times are those of a caller. */
    @Bean
    @Order
    OrmDriverDecorator farmOrmConsoleTrace() {
        return (driver, storeBean) -> new TracedDriver(driver);
    }

    @Bean
    RouterFunction<ServerResponse> farmOrmConsoleRoutes(
            ConsoleProperties console,
            FarmOrmProperties properties,
            ProfileCheck check,
            BoundSchemas schemas,
            ObjectProvider<SchemaSetup> setups,
            ObjectProvider<RequestDataValueProcessor> processors) {
        check.announce();
        Forms forms = new Forms(new Tokens(), processors);
        Site site = new Site(
                console, new Catalog(schemas), setups, forms, properties.setup().dryRun());
        return new Routes(site, new Door(site)).routes();
    }
}
