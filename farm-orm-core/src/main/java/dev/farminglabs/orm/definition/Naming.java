package dev.farminglabs.orm.definition;

import java.util.Locale;

/** How physical names are made from declared ones that say nothing else. */
public enum Naming {
    /** {@code sessionToken} becomes {@code session_token}, on every store. */
    SNAKE_CASE {
        @Override
        public String physical(String declared) {
            return declared.replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                    .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                    .toLowerCase(Locale.ROOT);
        }
    },
    /** Names stay as they are, for tables shared with an application that does so. */
    AS_DECLARED {
        @Override
        public String physical(String declared) {
            return declared;
        }
    };

    /** The physical name for a declared one. */
    public abstract String physical(String declared);
}
