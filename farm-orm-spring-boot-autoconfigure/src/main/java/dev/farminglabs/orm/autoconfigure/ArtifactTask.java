package dev.farminglabs.orm.autoconfigure;

import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;

/**
 * Whether this start is only for the files that other tools read. Such a start makes no client and resolves no store, so
 * that it needs none.
 */
public enum ArtifactTask {
    /** An ordinary start. */
    NONE,
    /** The files are written. */
    GENERATE,
    /** The files are compared with what they should be. */
    CHECK;

    private static final String SETTING = "farm.orm.artifacts.";

    /**
     * What the settings ask for. An argument without a value says yes. Nothing while code is generated ahead of time.
     *
     * @throws StartupRefusedException when both are asked for
     */
    public static ArtifactTask of(Environment environment) {
        boolean generate = asked(environment, "generate");
        boolean check = asked(environment, "check");
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return NONE;
        }
        if (generate && check) {
            throw new StartupRefusedException(
                    "Files are to be written and to be checked in one start.",
                    "Say " + SETTING + "generate or " + SETTING + "check.");
        }
        return generate ? GENERATE : check ? CHECK : NONE;
    }

    private static boolean asked(Environment environment, String name) {
        String value = environment.getProperty(SETTING + name);
        return value != null && !value.equalsIgnoreCase("false");
    }
}
