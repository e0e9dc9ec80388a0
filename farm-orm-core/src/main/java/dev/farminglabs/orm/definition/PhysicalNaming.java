package dev.farminglabs.orm.definition;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one client adds to the names of a schema. Immutable.
 *
 * @param naming    how names are made where the schema says nothing
 * @param prefix    put before every table name; may be empty
 * @param namespace the database schema that holds the tables, or null for the connection's own
 */
public record PhysicalNaming(
        Naming naming, String prefix, @Nullable String namespace) {

    /** Snake case, no prefix, no namespace. */
    public static final PhysicalNaming DEFAULT = new PhysicalNaming(Naming.SNAKE_CASE, "", null);

    /** Checks for null. */
    public PhysicalNaming {
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(prefix, "prefix");
    }
}
