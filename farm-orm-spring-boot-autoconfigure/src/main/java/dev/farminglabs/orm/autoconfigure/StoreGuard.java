package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.autoconfigure.FarmOrmProperties.Guard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.PatternMatchUtils;

/**
 * Keeps an application that runs in one profile away from the stores of another. It compares settings only, before a client
 * is made, so nothing is sent to a store that must not be met. Thread-safe.
 */
final class StoreGuard {

    private static final Logger LOG = LoggerFactory.getLogger(StoreGuard.class);

    private final Map<String, List<String>> rules;
    private final Environment environment;

    StoreGuard(Guard guard, Environment environment) {
        this.rules = guard.forbiddenStores();
        this.environment = environment;
    }

    /** Whether there is a rule for the profile of this application. */
    boolean isActive() {
        return rules.keySet().stream().anyMatch(this::isMet);
    }

    /**
     * Checks a store before anything is sent to it.
     *
     * @throws StartupRefusedException when it is one that an application in this profile does not start with
     */
    void check(String schemaBean, ResolvedStore store, List<String> addresses) {
        if (store.kind() == StoreKind.MEMORY || !isActive()) {
            return;
        }
        if (addresses.isEmpty()) {
            LOG.warn("farm.orm.guard.forbidden-stores cannot be checked for {}: it does not tell its address", store);
        }
        rules.forEach((profiles, patterns) -> {
            for (String pattern : isMet(profiles) ? patterns : List.<String>of()) {
                for (String address : addresses) {
                    if (matches(pattern, address)) {
                        throw refusal(schemaBean, store, address, profiles, pattern);
                    }
                }
            }
        });
    }

    /** A name or an expression such as {@code !production}; case does not count. */
    private boolean isMet(String profiles) {
        return Profiles.of(profiles).matches(name -> RunningProfiles.has(environment, name));
    }

    /** Meets the whole address, or its host with or without the port, each with or without the database. */
    private static boolean matches(String pattern, String address) {
        String wanted = pattern.strip().toLowerCase(Locale.ROOT);
        String whole = address.toLowerCase(Locale.ROOT);
        String place = whole.substring(whole.indexOf("//") < 0 ? whole.indexOf(':') + 1 : whole.indexOf("//") + 2);
        int slash = place.indexOf('/');
        String server = slash < 0 ? place : place.substring(0, slash);
        String database = slash < 0 ? "" : place.substring(slash);
        String host = server.replaceFirst(":\\d+$", "");
        return Stream.of(whole, place, server, host, host + database)
                .anyMatch(form -> PatternMatchUtils.simpleMatch(wanted, form));
    }

    private static StartupRefusedException refusal(
            String schemaBean, ResolvedStore store, String address, String profiles, String pattern) {
        return new StartupRefusedException(
                "Schema bean '" + schemaBean + "' is on " + store + " at " + address
                        + ", and an application in profile '"
                        + profiles + "' must not meet the store '" + pattern
                        + "' (farm.orm.guard.forbidden-stores). Nothing was sent to it.",
                StartupRefusedException.write(
                        "Set another store for this profile; or name another store bean; or, where this is meant, take the"
                                + " address out of the last line:",
                        List.of(
                                OrmErrorFailureAnalyzer.address(address),
                                FarmOrmProperties.line(schemaBean, "bean", "<bean name>"),
                                "farm.orm.guard.forbidden-stores.[" + profiles + "]: <addresses>")));
    }
}
