package dev.farminglabs.orm.autoconfigure.audit;

import org.jspecify.annotations.Nullable;

/**
 * Says on whose behalf the calling thread writes. An application that knows declares a bean; without one the audit names
 * nobody. Asked for every write, on its thread: it must be quick. Thread-safe.
 */
@FunctionalInterface
public interface AuditActor {

    /** A name that may be kept, such as a user's id, of at most 200 characters; null for nobody. */
    @Nullable
    String current();
}
