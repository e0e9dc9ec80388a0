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
import redis.embedded.RedisServer;

/** One server that keeps nothing on disk. Before a run it is asked what a session takes of each subject. */
final class LocalRedis implements Servers {

    static final String PORT = "benchmarks.redis.port";

    private final RedisServer server;
    private final List<String> facts = new ArrayList<>();

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
            LocalRedis local = new LocalRedis(server);
            local.weigh(port);
            return local;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void weigh(int port) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
        RedisCommands<String, String> redis = client.connect().sync();
        facts.add("Redis " + value(redis.info("server"), "redis_version:"));
        List<String> weights = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            weights.add(subject.title() + " " + bytesOfASession(subject, port, redis));
        }
        facts.add("bytes of a session on the server: " + String.join(", ", weights));
        redis.flushall();
        client.shutdown();
    }

    private static long bytesOfASession(Subject subject, int port, RedisCommands<String, String> redis) {
        int count = 2 * Inputs.SESSIONS;
        try (Work work = subject.on(port)) {
            redis.flushall();
            work.upsertSession(Inputs.session(count));
            long before = redis.keys("*").stream().mapToLong(redis::memoryUsage).sum();
            for (int i = 0; i < count; i++) {
                work.upsertSession(Inputs.session(i));
            }
            long after = redis.keys("*").stream().mapToLong(redis::memoryUsage).sum();
            return (after - before) / count;
        }
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
    public List<String> versions() {
        return facts;
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
