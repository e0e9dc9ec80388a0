package dev.farminglabs.orm.driver.redis.server;

import dev.farminglabs.orm.driver.SentStatements;
import java.util.Collection;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which commands are sent: at DEBUG without keys and arguments, for a key holds an id and so a stored value; at TRACE
 * with both.
 */
final class CommandLog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.farminglabs.orm.redis");

    static void script(Script script, Collection<String> keys, Collection<String> arguments) {
        say(() -> "EVALSHA " + script + ", keys: " + keys.size() + ", arguments: " + arguments.size());
        LOG.trace("with {} {}", keys, arguments);
    }

    static void keys(String command, Collection<String> keys) {
        say(() -> command + ", keys: " + keys.size());
        LOG.trace("with {}", keys);
    }

    /** A pattern holds the names of a schema and nothing of a record. */
    static void pattern(String command, String pattern) {
        say(() -> command + " " + pattern);
    }

    private static void say(Supplier<String> command) {
        if (LOG.isDebugEnabled() || SentStatements.heard()) {
            String text = command.get();
            LOG.debug("{}", text);
            SentStatements.tell(text);
        }
    }

    private CommandLog() {}
}
