package dev.farminglabs.orm.autoconfigure;

/** What is done with the store of a schema when the application starts. */
public enum SetupMode {
    /** Nothing. */
    NONE,
    /** The start fails when the store does not fit the schema. */
    VALIDATE,
    /** What is missing is added; for development and tests. */
    PUSH;

    /** As it is written in the properties. */
    public String property() {
        return switch (this) {
            case NONE -> "none";
            case VALIDATE -> "validate";
            case PUSH -> "push";
        };
    }
}
