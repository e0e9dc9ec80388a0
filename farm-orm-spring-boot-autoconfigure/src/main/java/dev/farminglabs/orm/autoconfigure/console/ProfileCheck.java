package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.autoconfigure.RunningProfiles;
import dev.farminglabs.orm.autoconfigure.StartupRefusedException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;

/** Ends the start of an application that would show its console in a forbidden profile. Asks at the start, not at the build. */
final class ProfileCheck implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileCheck.class);

    private final ConsoleProperties console;
    private final Environment environment;

    ProfileCheck(ConsoleProperties console, Environment environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() {
        List<String> forbidden = RunningProfiles.among(environment, console.forbiddenProfiles());
        if (!console.enabled() || forbidden.isEmpty()) {
            return;
        }
        throw new StartupRefusedException(
                "The console shows records, and the profile " + forbidden
                        + " is one in which it is forbidden (farm.orm.console.forbidden-profiles).",
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
