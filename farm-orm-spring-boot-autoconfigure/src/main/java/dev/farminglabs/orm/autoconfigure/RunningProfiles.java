package dev.farminglabs.orm.autoconfigure;

import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.Environment;

/** The profiles an application runs in: the active ones and, where none is active, the default ones. Case does not count. */
public final class RunningProfiles {

    /** Those that are named in the list. */
    public static List<String> among(Environment environment, List<String> names) {
        return Arrays.stream(of(environment))
                .filter(profile -> names.stream().anyMatch(profile::equalsIgnoreCase))
                .toList();
    }

    /** Whether one of them has the name. */
    static boolean has(Environment environment, String name) {
        return Arrays.stream(of(environment)).anyMatch(profile -> profile.equalsIgnoreCase(name));
    }

    private static String[] of(Environment environment) {
        String[] active = environment.getActiveProfiles();
        return active.length == 0 ? environment.getDefaultProfiles() : active;
    }

    private RunningProfiles() {}
}
