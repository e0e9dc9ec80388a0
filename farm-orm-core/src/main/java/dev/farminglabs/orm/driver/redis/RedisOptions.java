package dev.farminglabs.orm.driver.redis;

import java.util.Objects;

/**
 * How a driver uses its server. Immutable.
 *
 * @param keyPrefix put before every key, so that several applications can share a server; may be empty
 * @param scan      what happens to a call that no key and no index can answer
 */
public record RedisOptions(String keyPrefix, Scan scan) {

    /** What happens to a call that can only be answered by looking at every key of the server. */
    public enum Scan {
        /** It is answered so; the first one for each model is logged as a warning, and all are counted. */
        ALLOW,
        /** It is refused with {@code UNSUPPORTED}. */
        DENY
    }

    /** The prefix {@code farm:}, and scans allowed. */
    public static final RedisOptions DEFAULT = new RedisOptions("farm:", Scan.ALLOW);

    /** Checks for null. */
    public RedisOptions {
        Objects.requireNonNull(keyPrefix, "keyPrefix");
        Objects.requireNonNull(scan, "scan");
    }

    /** The same with that prefix. */
    public RedisOptions withKeyPrefix(String newPrefix) {
        return new RedisOptions(newPrefix, scan);
    }

    /** The same with that answer to scans. */
    public RedisOptions withScan(Scan newScan) {
        return new RedisOptions(keyPrefix, newScan);
    }
}
