package dev.farminglabs.orm.autoconfigure;

import dev.farminglabs.orm.error.OrmError;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/**
 * Claims the exceptions of our clients in {@code @Repository} classes, so that no other translator turns them into something
 * else. They are Spring's already, so they come back as they are. An exception that only has one of ours as its cause is the
 * application's own statement and is left alone. Thread-safe.
 */
final class OrmExceptionTranslator implements PersistenceExceptionTranslator {

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException exception) {
        return exception instanceof DataAccessException ours && exception instanceof OrmError ? ours : null;
    }
}
