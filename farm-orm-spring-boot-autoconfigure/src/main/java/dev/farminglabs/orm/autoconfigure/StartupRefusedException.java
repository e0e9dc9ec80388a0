package dev.farminglabs.orm.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the application does not start, and what to write so that it does. */
public final class StartupRefusedException extends RuntimeException {

    private final String description;
    private final String action;

    /** Without a cause. */
    public StartupRefusedException(String description, String action) {
        this(description, action, null);
    }

    /**
     * Why, and what to do.
     *
     * @param description what is the matter
     * @param action      what to do; ends with the lines to write
     */
    public StartupRefusedException(String description, String action, @Nullable Throwable cause) {
        super(description + "\n" + action, cause);
        this.description = description;
        this.action = action;
    }

    /** What is the matter. */
    String description() {
        return description;
    }

    /** What to do; ends with the lines to write. */
    String action() {
        return action;
    }

    /** An action that offers lines for the application's properties. */
    public static String write(String lead, List<String> lines) {
        return lead + "\n\n    " + String.join("\n    ", lines);
    }
}
