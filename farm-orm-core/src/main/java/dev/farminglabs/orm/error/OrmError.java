package dev.farminglabs.orm.error;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every exception thrown by a client knows about itself. The exception's class is the Spring
 * {@code DataAccessException} a Spring user expects; this interface adds what Spring does not carry.
 *
 * <pre>{@code
 * catch (DuplicateKeyException e) {
 *     if (OrmError.in(e).filter(error -> error.violates(USER.email)).isPresent()) { ... }
 * }
 * }</pre>
 *
 * Implementations are immutable. Names are schema names, and no method returns a stored value.
 */
public interface OrmError {

    /** The kind of failure, the same on every store. */
    OrmErrorCode code();

    /** The model concerned, or null when the failure concerns none or the store did not tell. */
    @Nullable
    String model();

    /** The fields concerned, in schema names; empty when the store did not tell. */
    List<String> fields();

    /** The store that failed, such as {@code postgresql}; empty when the call never got to a store. */
    String store();

    /** Whether making the call again is safe. */
    Retry retry();

    /** Whether this is a unique constraint violation of exactly that field or key, whatever the order of its fields. */
    default boolean violates(NamedKey key) {
        return code() == OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION
                && key.modelName().equals(model())
                && Set.copyOf(key.fieldNames()).equals(Set.copyOf(fields()));
    }

    /** The first {@code OrmError} among the exception and its causes; empty when there is none. */
    static Optional<OrmError> in(@Nullable Throwable throwable) {
        Throwable current = throwable;
        // A cause chain may be a ring; no real one is this deep.
        for (int depth = 0; current != null && depth < 100; depth++) {
            if (current instanceof OrmError error) {
                return Optional.of(error);
            }
            current = current.getCause();
        }
        return Optional.empty();
    }
}
