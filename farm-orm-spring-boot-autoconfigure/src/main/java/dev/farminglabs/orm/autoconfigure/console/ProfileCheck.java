package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties;
import dev.farminglabs.orm.autoconfigure.StartupRefusedException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;

/** Ends the start of an application that would show its console in production. Asks when it starts, not when it is built. */
final class ProfileCheck implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileCheck.class);

    private final ConsoleProperties console;
    private final FarmOrmProperties properties;
    private final Environment environment;

    ProfileCheck(ConsoleProperties console, FarmOrmProperties properties, Environment environment) {
        this.console = console;
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() {
        List<String> production = properties.guard().production(environment);
        if (!console.enabled() || production.isEmpty()) {
            return;
        }
        throw new StartupRefusedException(
                "The console shows records, and the profile " + production
                        + " is one of production (farm.orm.guard.no-push-profiles).",
                StartupRefusedException.write(
                        "Switch it on in profiles of development only, and write for this one:",
                        List.of("farm.orm.console.enabled: false")));
    }

    /** One line at the start, for whoever wonders why there is such a page. */
    void announce() {
        LOG.info(
                "The console is at {}, {}, {}",
                console.path(),
                console.allowRemote() ? "open to other machines" : "for this machine only",
                console.writable() ? "and may push" : "read-only");
    }
}
