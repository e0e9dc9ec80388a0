package dev.farminglabs.orm.faults;

import dev.farminglabs.orm.driver.redis.server.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.RedisServer;

/** A Redis server that may be killed: it writes each change to its file before it answers. */
final class RedisUnderFire implements FaultServer {

    private final Path data;
    private final int port;
    private final LettuceConnectionFactory connections;
    private RedisServer server;

    RedisUnderFire() {
        try (ServerSocket free = new ServerSocket(0)) {
            this.data = Files.createTempDirectory("redis-under-fire");
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = start();
        this.connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port));
        connections.afterPropertiesSet();
        connections.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** What calls of the scripts that write have in them. */
    static List<String> writes() {
        return List.of(sha(Script.APPLY), sha(Script.PUT), sha(Script.COMMIT));
    }

    /** The driver alone knows what its scripts are made of. */
    private static String sha(Script script) {
        try {
            Method method = Script.class.getDeclaredMethod("sha");
            method.setAccessible(true);
            return (String) method.invoke(script);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(script.name(), e);
        }
    }

    private RedisServer start() {
        try {
            RedisServer started = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("dir " + data)
                    .setting("save \"\"")
                    .setting("appendonly yes")
                    .setting("appendfsync always")
                    .build();
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String info(String property) {
        try (RedisConnection connection = connections.getConnection()) {
            Properties info = connection.serverCommands().info("server");
            return info == null ? "" : info.getProperty(property, "");
        }
    }

    @Override
    public String name() {
        return "Redis " + info("redis_version");
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public long pid() {
        return Long.parseLong(info("process_id"));
    }

    @Override
    public void restart() {
        stop();
        server = start();
    }
}
