package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.driver.redis.layout.ModelLayout;
import dev.farminglabs.orm.driver.redis.server.Commands;
import dev.farminglabs.orm.driver.redis.server.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last resort: looking at every key of the server for the records of a model. Thread-safe. */
final class Scans {

    private static final Logger LOG = LoggerFactory.getLogger(Scans.class);

    private final Commands commands;
    private final RedisOptions.Scan scan;
    private final AtomicLong count = new AtomicLong();
    private final Set<ModelDefinition> warned = ConcurrentHashMap.newKeySet();

    Scans(Commands commands, RedisOptions.Scan scan) {
        this.commands = commands;
        this.scan = scan;
    }

    long count() {
        return count.get();
    }

    /** The handles of all records of the model; refused where scans are denied. */
    List<String> handles(ModelLayout layout) {
        if (scan == RedisOptions.Scan.DENY) {
            throw Violations.scanDenied(layout.model());
        }
        count.incrementAndGet();
        if (warned.add(layout.model())) {
            LOG.warn(
                    "A call on {} can only be answered by scanning every key of the server: declare an index, or ask by"
                            + " a key. Further ones are counted and not logged.",
                    layout.model());
        }
        return every(commands, layout, () -> {});
    }

    /** The same without a word, for jobs that are meant to see every record; alive is called at each. */
    static List<String> every(Commands commands, ModelLayout layout, Runnable alive) {
        String prefix = layout.recordKey("");
        return new ArrayList<>(commands.scan(escaped(prefix) + "*", key -> {
            alive.run();
            String handle = key.substring(prefix.length());
            return handle.indexOf(':') < 0 ? handle : null;
        }));
    }

    private static String escaped(String text) {
        return text.replaceAll("([*?\\[\\]\\\\])", "\\\\$1");
    }
}
