package dev.farminglabs.orm.driver.redis.server;

import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which commands are sent: at DEBUG without keys and arguments, for a key holds an id and so a stored value; at TRACE
 * with both.
 */
final class CommandLog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.farminglabs.orm.redis");

    static void script(Script script, Collection<String> keys, Collection<String> arguments) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("EVALSHA {}, keys: {}, arguments: {}", script, keys.size(), arguments.size());
            LOG.trace("with {} {}", keys, arguments);
        }
    }

    static void keys(String command, Collection<String> keys) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}, keys: {}", command, keys.size());
            LOG.trace("with {}", keys);
        }
    }

    /** A pattern holds the names of a schema and nothing of a record. */
    static void pattern(String command, String pattern) {
        LOG.debug("{} {}", command, pattern);
    }

    private CommandLog() {}
}
