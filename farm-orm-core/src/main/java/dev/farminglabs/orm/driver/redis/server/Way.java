package dev.farminglabs.orm.driver.redis.server;

import dev.farminglabs.orm.driver.redis.server.Commands.Found;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;

/** How scripts and batches of reads travel over a connection of one client library. Thread-safe. */
interface Way {

    /** What a failure without an answer means. */
    enum Kind {
        /** Nothing was changed. */
        READ,
        /** It may have been done. */
        WRITE
    }

    /** Runs a script by its name, or by its text where the server does not know it. A write is sent once at most. */
    List<@Nullable Object> script(
            RedisConnection connection, Kind kind, Script script, List<String> keys, List<String> arguments);

    /** Reads the texts under some keys, and the same cells of some hashes, in as few round trips as the library can. */
    Found read(RedisConnection connection, List<String> textKeys, List<String> hashKeys, Collection<String> fields);

    /** The members of a sorted set between the bounds, as {@code ZRANGEBYSCORE} takes them. */
    List<String> members(RedisConnection connection, String key, String least, String most);

    /** Carries out a read of any kind and gives its answer, which is of one piece also where a connection was lost. */
    default <T extends @Nullable Object> T asked(Supplier<T> read) {
        return read.get();
    }
}
