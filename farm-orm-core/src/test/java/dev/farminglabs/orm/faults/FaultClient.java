package dev.farminglabs.orm.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lettuce.core.ClientOptions;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisClientConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.clients.jedis.Connection;

/**
 * What an application would hand to {@code FarmOrm}, with short timeouts and at most {@link #POOL} connections.
 *
 * @param store what to hand over
 * @param busy  how many connections are out of the pool
 * @param end   gives the connections up
 */
record FaultClient(Object store, IntSupplier busy, Runnable end) implements AutoCloseable {

    static final int POOL = 2;

    /** How long a call waits for an answer. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    static FaultClient postgreSql(int port) {
        int seconds = (int) PATIENCE.toSeconds();
        return jdbc("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&connectTimeout=" + seconds
                + "&loginTimeout=" + seconds + "&socketTimeout=" + seconds);
    }

    static FaultClient mariaDb(int port) {
        long millis = PATIENCE.toMillis();
        return jdbc(
                "jdbc:mariadb://127.0.0.1:" + port + "/faults?user=root&createDatabaseIfNotExist=true&connectTimeout="
                        + millis + "&socketTimeout=" + millis);
    }

    private static FaultClient jdbc(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(500);
        config.setInitializationFailTimeout(-1);
        HikariDataSource pool = new HikariDataSource(config);
        return new FaultClient(pool, () -> pool.getHikariPoolMXBean().getActiveConnections(), pool::close);
    }

    /** As an application gets it that says nothing but the timeouts: commands are sent again after a reconnect. */
    static FaultClient lettuce(int port) {
        return lettuce(port, ClientOptions.create());
    }

    /** Lettuce that sends nothing a second time. */
    static FaultClient lettuceOnce(int port) {
        return lettuce(
                port, ClientOptions.builder().replayFilter(command -> true).build());
    }

    private static FaultClient lettuce(int port, ClientOptions options) {
        LettuceClientConfiguration client = LettuceClientConfiguration.builder()
                .commandTimeout(PATIENCE)
                .clientOptions(options)
                .build();
        LettuceConnectionFactory factory =
                new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port), client);
        factory.afterPropertiesSet();
        factory.start();
        return new FaultClient(factory, () -> 0, factory::destroy);
    }

    static FaultClient jedis(int port) {
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(POOL);
        pool.setMaxWait(
                PATIENCE.dividedBy(2)); // or else a connection comes back first from a call that waits for its answer
        pool.setJmxEnabled(false);
        JedisClientConfiguration client = JedisClientConfiguration.builder()
                .readTimeout(PATIENCE)
                .connectTimeout(PATIENCE)
                .usePooling()
                .poolConfig(pool)
                .build();
        JedisConnectionFactory factory =
                new JedisConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port), client);
        factory.afterPropertiesSet();
        factory.start();
        return new FaultClient(factory, () -> 0, factory::destroy);
    }

    @Override
    public void close() {
        end.run();
    }
}
