package dev.farminglabs.orm.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.testcontainers.containers.GenericContainer;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/**
 * The Redis server of this JVM, found in this order: an address from the environment, a container engine, a binary from Maven
 * Central that is started here and stopped with the JVM.
 *
 * @param host    where it listens
 * @param port    at which port
 * @param origin  where it is from
 */
public record RedisServers(String host, int port, String origin) {

    static final String VARIABLE = "FARM_ORM_TEST_REDIS";
    static final String IMAGE = "redis:8";

    private static final int PORT = 6379;

    private static final RedisServers SERVER = find();

    /** The server. */
    public static RedisServers get() {
        return SERVER;
    }

    private static RedisServers find() {
        @Nullable String url = System.getenv(VARIABLE);
        if (url != null && !url.isBlank()) {
            URI address = URI.create(url);
            return new RedisServers(address.getHost(), address.getPort() < 0 ? 6379 : address.getPort(), VARIABLE);
        }
        return ContainerEngine.answers()
                ? fromContainerEngine()
                : new RedisServers("127.0.0.1", start().ports().get(0), "Maven Central binary");
    }

    private static RedisServers fromContainerEngine() {
        GenericContainer<?> container = ContainerEngine.start(new GenericContainer<>(IMAGE).withExposedPorts(PORT));
        return new RedisServers(container.getHost(), container.getMappedPort(PORT), "container " + IMAGE);
    }

    /** A server of its own, for tests that break it. */
    public static RedisServer start() {
        return start(freePort(port -> true));
    }

    /** The same at that port, with more settings, each as a line of the server's configuration. */
    static RedisServer start(int port, String... settings) {
        try {
            RedisServerBuilder builder = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no");
            for (String setting : settings) {
                builder.setting(setting);
            }
            RedisServer server = builder.build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port of the system's choice that pleases. */
    static int freePort(IntPredicate pleases) {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0)) {
                if (pleases.test(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether nobody listens there. */
    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started connections over Lettuce. */
    public LettuceConnectionFactory lettuce() {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration(host, port));
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** Started connections over Jedis, pooled. They wait as long for an answer as Lettuce does, so that no test is a timed one. */
    public JedisConnectionFactory jedis() {
        JedisClientConfiguration patient = JedisClientConfiguration.builder()
                .readTimeout(Duration.ofSeconds(60))
                .usePooling()
                .build();
        JedisConnectionFactory factory =
                new JedisConnectionFactory(new RedisStandaloneConfiguration(host, port), patient);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** Such as {@code 6.2.6}. */
    static String version(RedisConnectionFactory factory) {
        try (RedisConnection connection = factory.getConnection()) {
            Properties info = connection.serverCommands().info("server");
            return info == null
                    ? "?"
                    : info.stringPropertyNames().stream()
                            .filter(name -> name.endsWith("redis_version")) // on a cluster its node stands before it
                            .findFirst()
                            .map(info::getProperty)
                            .orElse("?");
        }
    }
}
