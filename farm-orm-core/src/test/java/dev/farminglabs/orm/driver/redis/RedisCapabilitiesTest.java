package dev.farminglabs.orm.driver.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** What is said of a server depends on how it is reached, and saying it reaches no server: nothing listens here. */
class RedisCapabilitiesTest {

    private static final RedisStandaloneConfiguration SERVER = new RedisStandaloneConfiguration("localhost", 1);
    private static final RedisClusterConfiguration CLUSTER = new RedisClusterConfiguration(List.of("localhost:1"));

    static Stream<RedisConnectionFactory> servers() {
        return Stream.of(new LettuceConnectionFactory(SERVER), new JedisConnectionFactory(SERVER));
    }

    static Stream<RedisConnectionFactory> clusters() {
        return Stream.of(new LettuceConnectionFactory(CLUSTER), new JedisConnectionFactory(CLUSTER));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void createManyIsAllOrNothingOnOneServer(RedisConnectionFactory connections) {
        assertThat(new RedisDriver(connections).capabilities().atomicCreateMany())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void createManyPromisesNothingOnACluster(RedisConnectionFactory connections) {
        assertThat(new RedisDriver(connections).capabilities().atomicCreateMany())
                .isFalse();
    }
}
