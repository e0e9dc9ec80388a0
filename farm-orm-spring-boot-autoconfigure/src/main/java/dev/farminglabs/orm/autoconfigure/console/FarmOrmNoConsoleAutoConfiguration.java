package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.OrmClientFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;

/** Tells whoever has switched the console on in a web application without Spring MVC, such as one of WebFlux, that there is none. */
@AutoConfiguration(after = FarmOrmConsoleAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(OrmClientFactory.class)
@ConditionalOnMissingBean(name = "farmOrmConsoleRoutes")
@ConditionalOnBooleanProperty(name = FarmOrmNoConsoleAutoConfiguration.ENABLED)
public final class FarmOrmNoConsoleAutoConfiguration {

    static final String ENABLED = "farm.orm.console.enabled";

    private static final Logger LOG = LoggerFactory.getLogger(FarmOrmNoConsoleAutoConfiguration.class);

    /** Asks again, for an application processed ahead of time learns only now whether the console is switched on. */
    FarmOrmNoConsoleAutoConfiguration(Environment environment) {
        if (environment.getProperty(ENABLED, Boolean.class, false)) {
            LOG.warn("There is no console ({}): it needs Spring MVC on a servlet server", ENABLED);
        }
    }
}
