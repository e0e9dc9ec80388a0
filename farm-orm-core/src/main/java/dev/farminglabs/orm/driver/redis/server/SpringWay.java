package dev.farminglabs.orm.driver.redis.server;

import dev.farminglabs.orm.driver.redis.server.Commands.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.ClusterSlotHashUtil;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;

/** With what Spring offers over every client library: pipelines, and on a cluster, where there are none, scripts. */
final class SpringWay implements Way {

    @Override
    public List<@Nullable Object> script(
            RedisConnection connection, Kind kind, Script script, List<String> keys, List<String> arguments) {
        List<String> tokens = new ArrayList<>(keys);
        tokens.addAll(arguments);
        byte[][] all = Text.bytes(tokens);
        try {
            return Text.nested(
                    connection.scriptingCommands().evalSha(script.sha(), ReturnType.MULTI, keys.size(), all));
        } catch (RuntimeException e) {
            if (!Failures.unknownScript(e)) {
                throw e;
            }
            return Text.nested(
                    connection.scriptingCommands().eval(Text.bytes(script.text()), ReturnType.MULTI, keys.size(), all));
        }
    }

    @Override
    public Found read(
            RedisConnection connection, List<String> textKeys, List<String> hashKeys, Collection<String> fields) {
        byte[][] names = Text.bytes(fields);
        if (textKeys.isEmpty() && hashKeys.size() == 1) {
            byte[] key = Text.bytes(hashKeys.get(0));
            return new Found(
                    List.of(), List.of(Text.all(connection.hashCommands().hMGet(key, names))));
        }
        return connection instanceof RedisClusterConnection
                ? new Found(texts(connection, textKeys), slotBySlot(connection, hashKeys, fields))
                : pipelined(connection, textKeys, hashKeys, names);
    }

    @Override
    public List<String> members(RedisConnection connection, String key, String least, String most) {
        List<@Nullable Object> found =
                script(connection, Kind.READ, Script.MEMBERS, List.of(key), List.of(least, most));
        return ((List<?>) Objects.requireNonNull(found.get(0)))
                .stream().map(String.class::cast).toList();
    }

    private static List<@Nullable String> texts(RedisConnection connection, List<String> keys) {
        return Text.all(keys.isEmpty() ? null : connection.stringCommands().mGet(Text.bytes(keys)));
    }

    private static Found pipelined(
            RedisConnection connection, List<String> textKeys, List<String> hashKeys, byte[][] names) {
        connection.openPipeline();
        textKeys.forEach(key -> connection.stringCommands().get(Text.bytes(key)));
        hashKeys.forEach(key -> connection.hashCommands().hMGet(Text.bytes(key), names));
        List<?> replies = connection.closePipeline();
        return new Found(
                Text.all(replies.subList(0, textKeys.size())),
                replies.subList(textKeys.size(), replies.size()).stream()
                        .map(row -> Text.all((List<?>) row))
                        .toList());
    }

    private List<List<@Nullable String>> slotBySlot(
            RedisConnection connection, List<String> keys, Collection<String> fields) {
        Map<Integer, List<Integer>> slots = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            slots.computeIfAbsent(ClusterSlotHashUtil.calculateSlot(keys.get(i)), slot -> new ArrayList<>())
                    .add(i);
        }
        List<List<@Nullable String>> rows = new ArrayList<>(Collections.nCopies(keys.size(), List.of()));
        for (List<Integer> places : slots.values()) {
            List<String> there = places.stream().map(keys::get).toList();
            List<@Nullable Object> found = script(connection, Kind.READ, Script.READ, there, List.copyOf(fields));
            for (int i = 0; i < found.size(); i++) {
                rows.set(places.get(i), Text.all((List<?>) Objects.requireNonNull(found.get(i))));
            }
        }
        return rows;
    }
}
