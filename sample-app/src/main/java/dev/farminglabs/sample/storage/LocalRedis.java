package dev.farminglabs.sample.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import redis.embedded.RedisServer;

/** Without a profile the sample brings its own Redis server; with one, {@code spring.data.redis} says where it is. */
@Configuration(proxyBeanMethods = false)
@Profile("default")
class LocalRedis {

    /** It keeps nothing on disk and ends with the application. */
    @Bean(destroyMethod = "stop")
    RedisServer redisServer() throws IOException {
        RedisServer server = RedisServer.newRedisServer()
                .port(freePort())
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
        return server;
    }

    @Bean
    DataRedisConnectionDetails redisAddress(RedisServer server) {
        int port = server.ports().get(0);
        return new DataRedisConnectionDetails() {
            @Override
            public Standalone getStandalone() {
                return Standalone.of("127.0.0.1", port);
            }
        };
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
