package dev.farminglabs.orm.driver.redis.server;

import dev.farminglabs.orm.driver.redis.server.Commands.Found;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.NestedMultiOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * With Lettuce's own commands on the connection that Spring shares: a batch is one dispatch, where Spring's pipelines would
 * open a connection of their own.
 */
final class LettuceWay implements Way {

    private static final StringCodec CODEC = StringCodec.UTF8;

    private final LostConnections lost;

    LettuceWay(LettuceConnectionFactory connections) {
        this.lost = new LostConnections(connections);
    }

    @Override
    public List<@Nullable Object> script(
            RedisConnection connection, Kind kind, Script script, List<String> keys, List<String> arguments) {
        StatefulConnection<String, String> link = link(connection);
        try {
            return evaluate(link, kind, CommandType.EVALSHA, script.sha(), keys, arguments);
        } catch (RuntimeException e) {
            if (!Failures.unknownScript(e)) {
                throw e;
            }
            return evaluate(link, kind, CommandType.EVAL, script.text(), keys, arguments);
        }
    }

    private List<@Nullable Object> evaluate(
            StatefulConnection<String, String> link,
            Kind kind,
            CommandType type,
            String script,
            List<String> keys,
            List<String> arguments) {
        List<String> texts = new ArrayList<>(2 + keys.size() + arguments.size());
        texts.add(script);
        texts.add(Integer.toString(keys.size()));
        texts.addAll(keys);
        texts.addAll(arguments);
        TextArgs tokens = new TextArgs(keys.isEmpty() ? null : keys.get(0), texts);
        Command<String, String, List<@Nullable Object>> command =
                new Command<>(type, new NestedMultiOutput<>(CODEC), tokens);
        if (kind == Kind.WRITE) {
            return lost.write(link, command);
        }
        AsyncCommand<String, String, List<@Nullable Object>> read = new AsyncCommand<>(command);
        link.dispatch(read);
        return await(link, read);
    }

    @Override
    public List<String> members(RedisConnection connection, String key, String least, String most) {
        StatefulConnection<String, String> link = link(connection);
        TextArgs range = new TextArgs(key, List.of(key, least, most));
        AsyncCommand<String, String, List<String>> read =
                command(CommandType.ZRANGEBYSCORE, new ValueListOutput<>(CODEC), range);
        link.dispatch(read);
        return await(link, read);
    }

    @Override
    public <T extends @Nullable Object> T asked(Supplier<T> read) {
        return lost.read(read);
    }

    @Override
    public Found read(
            RedisConnection connection, List<String> textKeys, List<String> hashKeys, Collection<String> fields) {
        StatefulConnection<String, String> link = link(connection);
        List<AsyncCommand<String, String, @Nullable String>> texts = new ArrayList<>(textKeys.size());
        for (String key : textKeys) {
            texts.add(command(CommandType.GET, new ValueOutput<>(CODEC), new TextArgs(key, List.of(key))));
        }
        List<AsyncCommand<String, String, List<@Nullable String>>> hashes = new ArrayList<>(hashKeys.size());
        for (String key : hashKeys) {
            List<String> words = new ArrayList<>(1 + fields.size());
            words.add(key);
            words.addAll(fields);
            hashes.add(command(CommandType.HMGET, new ValueListOutput<>(CODEC), new TextArgs(key, words)));
        }
        dispatch(link, texts, hashes);
        List<List<@Nullable String>> cells = await(link, hashes);
        return new Found(await(link, texts), cells);
    }

    private static <T extends @Nullable Object> AsyncCommand<String, String, T> command(
            CommandType type, CommandOutput<String, String, T> output, TextArgs args) {
        return new AsyncCommand<>(new Command<>(type, output, args));
    }

    /** One is sent without the ado of a batch. */
    private static void dispatch(
            StatefulConnection<String, String> link,
            List<? extends RedisCommand<String, String, ?>> some,
            List<? extends RedisCommand<String, String, ?>> more) {
        if (some.isEmpty() && more.size() == 1) {
            link.dispatch(more.get(0));
        } else {
            List<RedisCommand<String, String, ?>> all = new ArrayList<>(some);
            all.addAll(more);
            link.dispatch(all);
        }
    }

    /** The last one first: a server answers in order, and who waits for its last answer is woken once and not for each. */
    private static <T extends @Nullable Object> List<T> await(
            StatefulConnection<String, String> link, List<AsyncCommand<String, String, T>> commands) {
        List<T> answers = new ArrayList<>(commands.size());
        for (int i = commands.size() - 1; i >= 0; i--) {
            answers.add(await(link, commands.get(i)));
        }
        Collections.reverse(answers);
        return answers;
    }

    static <T extends @Nullable Object> T await(StatefulConnection<String, String> link, RedisFuture<T> command) {
        return LettuceFutures.awaitOrCancel(command, link.getTimeout().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Commands bring their own codec, so that a connection for bytes takes commands in text. */
    @SuppressWarnings({"unchecked", "deprecation"
    }) // there is no other way to the connection that works on a pool's too
    private static StatefulConnection<String, String> link(RedisConnection connection) {
        Object commands = connection.getNativeConnection();
        return (StatefulConnection<String, String>)
                (commands instanceof RedisAdvancedClusterAsyncCommands<?, ?> cluster
                        ? cluster.getStatefulConnection()
                        : ((RedisAsyncCommands<?, ?>) commands).getStatefulConnection());
    }
}
