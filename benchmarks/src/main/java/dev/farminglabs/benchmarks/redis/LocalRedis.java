package dev.farminglabs.benchmarks.redis;

import dev.farminglabs.benchmarks.report.Servers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import redis.embedded.RedisServer;

/** One server that keeps nothing on disk. */
final class LocalRedis implements Servers {

    static final String PORT = "benchmarks.redis.port";

    private final RedisServer server;

    private LocalRedis(RedisServer server) {
        this.server = server;
    }

    static LocalRedis start() {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            return new LocalRedis(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also what each subject needs there for a record, for which it is emptied. */
    @Override
    public List<String> versions() {
        int port = server.ports().get(0);
        List<String> facts = new ArrayList<>();
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
        RedisCommands<String, String> redis = client.connect().sync();
        facts.add("Redis " + value(redis.info("server"), "redis_version:"));
        facts.add(weights("session", (work, i) -> work.upsertSession(Inputs.session(i)), port, redis));
        facts.add(weights("cached value", (work, i) -> work.upsertCache(Inputs.key(i), Inputs.value(i)), port, redis));
        facts.add(weights("order with its index", (work, i) -> work.createOrder(Inputs.order(i)), port, redis));
        redis.flushall();
        client.shutdown();
        return facts;
    }

    private static String weights(
            String what, ObjIntConsumer<Work> write, int port, RedisCommands<String, String> redis) {
        return Arrays.stream(Subject.values())
                .map(subject -> subject.title() + " " + bytes(subject, write, port, redis))
                .collect(Collectors.joining(", ", "bytes of one " + what + " on the server: ", ""));
    }

    /** Without what is there once, as the first record brings it along. */
    private static long bytes(
            Subject subject, ObjIntConsumer<Work> write, int port, RedisCommands<String, String> redis) {
        int count = 2 * Inputs.SESSIONS;
        try (Work work = subject.on(port)) {
            redis.flushall();
            write.accept(work, count);
            long before = held(redis);
            for (int i = 0; i < count; i++) {
                write.accept(work, i);
            }
            return (held(redis) - before) / count;
        }
    }

    private static long held(RedisCommands<String, String> redis) {
        return redis.keys("*").stream().mapToLong(redis::memoryUsage).sum();
    }

    private static String value(String info, String name) {
        return Arrays.stream(info.split("\r\n"))
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("?");
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(PORT, server.ports().get(0).toString());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
