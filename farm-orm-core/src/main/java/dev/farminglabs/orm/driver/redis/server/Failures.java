package dev.farminglabs.orm.driver.redis.server;

import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;

/**
 * From what a client library throws to the library's exceptions: by the first word of the server's reply where there was
 * one, and by what became of the connection where there was none. The native message, which may hold values, stays in the
 * cause.
 */
final class Failures {

    private record Meaning(OrmErrorCode code, Retry retry, String what) {}

    /** A reply of the server begins with a word in capitals; that of a command in a script stands further back. */
    private static final Pattern REPLY = Pattern.compile("(?:^|: )-?([A-Z]{2,})(?: |$)");

    private static final Map<String, Meaning> REPLIES = Map.ofEntries(
            Map.entry("WRONGTYPE", never(OrmErrorCode.INVALID_SCHEMA, "a key of ours holds something else")),
            Map.entry("OOM", safe(OrmErrorCode.CONNECTION_FAILED, "the server is out of memory")),
            Map.entry("READONLY", safe(OrmErrorCode.CONNECTION_FAILED, "the server is a read-only replica")),
            Map.entry("MISCONF", safe(OrmErrorCode.CONNECTION_FAILED, "the server cannot save and takes no writes")),
            Map.entry("NOREPLICAS", safe(OrmErrorCode.CONNECTION_FAILED, "the server has too few replicas to write")),
            Map.entry("CROSSSLOT", never(OrmErrorCode.UNSUPPORTED, "the keys of one step are in several slots")),
            Map.entry(
                    "MOVED", never(OrmErrorCode.UNSUPPORTED, "the server is one of a cluster: connect to it as that")),
            Map.entry("ASK", safe(OrmErrorCode.TRANSACTION_CONFLICT, "the slot is on its way to another node")),
            Map.entry("CLUSTERDOWN", safe(OrmErrorCode.CONNECTION_FAILED, "the cluster is down")),
            Map.entry("TRYAGAIN", safe(OrmErrorCode.TRANSACTION_CONFLICT, "the slot is on its way to another node")),
            Map.entry("BUSY", safe(OrmErrorCode.LOCK_TIMEOUT, "the server is busy with a script")),
            Map.entry("LOADING", safe(OrmErrorCode.CONNECTION_FAILED, "the server is still loading its data")),
            Map.entry("MASTERDOWN", safe(OrmErrorCode.CONNECTION_FAILED, "the replica has lost its master")),
            Map.entry("NOAUTH", never(OrmErrorCode.PERMISSION_DENIED, "the server asks for a password")),
            Map.entry("WRONGPASS", never(OrmErrorCode.PERMISSION_DENIED, "the server refused the password")),
            Map.entry("NOPERM", never(OrmErrorCode.PERMISSION_DENIED, "the user may not do this")));

    private static Meaning never(OrmErrorCode code, String what) {
        return new Meaning(code, Retry.NEVER, what);
    }

    private static Meaning safe(OrmErrorCode code, String what) {
        return new Meaning(code, Retry.SAFE, what);
    }

    /** Whether the server does not know the script, so that its text has to be sent. */
    static boolean unknownScript(Throwable failure) {
        return "NOSCRIPT".equals(word(failure));
    }

    /** No connection was to be had: nothing was sent. */
    static RuntimeException unconnected(RuntimeException failure) {
        return exception(
                word(failure) == null
                        ? safe(OrmErrorCode.CONNECTION_FAILED, "no connection to the server was to be had")
                        : meaning(failure, false),
                failure);
    }

    /** A command failed. */
    static RuntimeException of(RuntimeException failure, boolean write) {
        return failure instanceof OrmError ? failure : exception(meaning(failure, write), failure);
    }

    private static Meaning meaning(RuntimeException failure, boolean write) {
        String word = word(failure);
        if (word != null) {
            return REPLIES.getOrDefault(word, never(OrmErrorCode.UNKNOWN, "the server refused the command"));
        }
        if (neverSent(failure)) {
            return safe(OrmErrorCode.CONNECTION_FAILED, "the server could not be reached");
        }
        Retry retry = write ? Retry.OUTCOME_UNKNOWN : Retry.SAFE;
        if (timedOut(failure)) {
            return new Meaning(OrmErrorCode.TIMEOUT, retry, "the server did not answer in time");
        }
        return lost(failure)
                ? new Meaning(OrmErrorCode.CONNECTION_FAILED, retry, "the connection was lost before the answer came")
                : new Meaning(OrmErrorCode.UNKNOWN, retry, "the command failed");
    }

    private static RuntimeException exception(Meaning meaning, RuntimeException failure) {
        return OrmFailure.of(meaning.code(), "redis: " + meaning.what())
                .at(Violations.STORE)
                .advising(meaning.retry())
                .exception(failure);
    }

    /** The word the server's reply begins with; null when the failure is none of the server's. */
    private static @Nullable String word(Throwable failure) {
        String found = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String message = at.getMessage();
            if (message != null && reply(at)) {
                Matcher matcher = REPLY.matcher(message);
                found = found == null ? "" : found;
                while (matcher.find() && !REPLIES.containsKey(found)) {
                    found = matcher.group(1);
                }
            }
        }
        return found;
    }

    /** By name, since either client library may be missing. */
    private static boolean reply(Throwable failure) {
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            String name = type.getName();
            if (name.equals("io.lettuce.core.RedisCommandExecutionException")
                    || name.equals("redis.clients.jedis.exceptions.JedisDataException")) {
                return true;
            }
        }
        return false;
    }

    private static boolean neverSent(Throwable failure) {
        return failure instanceof NeverSent
                || any(failure, "Unable to connect", "Failed to connect", "Failed connecting", "not connected")
                || any(failure, "Could not get a resource from the pool") // none was free, or none could be made
                || anyType(failure, "java.net.ConnectException");
    }

    /** Whether nothing came in the time given. */
    static boolean timedOut(Throwable failure) {
        return failure instanceof QueryTimeoutException
                || anyType(failure, "java.net.SocketTimeoutException", "io.lettuce.core.RedisCommandTimeoutException");
    }

    private static boolean lost(Throwable failure) {
        return anyType(
                failure,
                "java.io.IOException",
                "java.util.concurrent.CancellationException",
                "io.lettuce.core.RedisException",
                "redis.clients.jedis.exceptions.JedisConnectionException");
    }

    private static boolean any(Throwable failure, String... parts) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String message = at.getMessage();
            for (String part : parts) {
                if (message != null && message.contains(part)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean anyType(Throwable failure, String... names) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            for (Class<?> type = at.getClass(); type != null; type = type.getSuperclass()) {
                for (String name : names) {
                    if (type.getName().equals(name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Failures() {}
}
