package dev.farminglabs.sample;

import dev.farminglabs.orm.tck.MariaDbServer;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.PostgreSqlServer;
import dev.farminglabs.orm.tck.RedisServers;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Where the servers of the pairings are: those of core's tests, with an empty place for each test class. */
final class Pairings {

    static void postgres(DynamicPropertyRegistry settings) {
        String url = PostgreSqlServer.schema(place());
        settings.add("spring.datasource.url", () -> url);
    }

    static void mariadb(DynamicPropertyRegistry settings) {
        String url = MariaDbServer.database(place());
        settings.add("spring.datasource.url", () -> url);
    }

    static void redis(DynamicPropertyRegistry settings) {
        RedisServers server = RedisServers.get();
        settings.add("spring.data.redis.url", () -> "redis://" + server.host() + ":" + server.port());
        String keys = place();
        settings.add("farm.orm.schemas.fast-state.namespace", () -> keys);
    }

    static void mongo(DynamicPropertyRegistry settings) {
        String database = place();
        settings.add("spring.mongodb.uri", MongoFixture::url);
        settings.add("farm.orm.schemas.control-plane.namespace", () -> database);
        settings.add("farm.orm.schemas.fast-state.namespace", () -> database);
    }

    private static String place() {
        return "sample_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private Pairings() {}
}
