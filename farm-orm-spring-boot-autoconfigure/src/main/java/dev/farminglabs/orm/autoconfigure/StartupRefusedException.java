package dev.farminglabs.orm.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the application does not start, and what to write so that it does. */
final class StartupRefusedException extends RuntimeException {

    private final String description;
    private final String action;

    StartupRefusedException(String description, String action) {
        this(description, action, null);
    }

    StartupRefusedException(String description, String action, @Nullable Throwable cause) {
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
    static String write(String lead, List<String> lines) {
        return lead + "\n\n    " + String.join("\n    ", lines);
    }
}
