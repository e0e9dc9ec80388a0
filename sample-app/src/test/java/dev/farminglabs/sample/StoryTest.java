package dev.farminglabs.sample;

import dev.farminglabs.orm.tck.MongoFixture;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One story, on every pairing of stores the sample has a profile for. */
class StoryTest {

    @Nested
    class Default extends HttpStory {
        Default() {
            super("h2", "redis", true);
        }
    }

    @Nested
    @ActiveProfiles("postgres-redis")
    class PostgresAndRedis extends HttpStory {
        PostgresAndRedis() {
            super("postgresql", "redis", true);
        }

        @DynamicPropertySource
        static void servers(DynamicPropertyRegistry settings) {
            Pairings.postgres(settings);
            Pairings.redis(settings);
        }
    }

    @Nested
    @ActiveProfiles("mariadb-redis")
    class MariaDbAndRedis extends HttpStory {
        MariaDbAndRedis() {
            super("mariadb", "redis", true);
        }

        @DynamicPropertySource
        static void servers(DynamicPropertyRegistry settings) {
            Pairings.mariadb(settings);
            Pairings.redis(settings);
        }
    }

    @Nested
    @ActiveProfiles("postgres-only")
    class PostgresOnly extends HttpStory {
        PostgresOnly() {
            super("postgresql", "postgresql", true);
        }

        @DynamicPropertySource
        static void servers(DynamicPropertyRegistry settings) {
            Pairings.postgres(settings);
        }
    }

    /** On the stand-in there are no transactions, and the story is the same. */
    @Nested
    @ActiveProfiles("mongo")
    class Mongo extends HttpStory {
        Mongo() {
            super("mongodb", "mongodb", MongoFixture.real());
        }

        @DynamicPropertySource
        static void servers(DynamicPropertyRegistry settings) {
            Pairings.mongo(settings);
        }
    }

    @Nested
    @ActiveProfiles("memory")
    class Memory extends HttpStory {
        Memory() {
            super("memory", "memory", true);
        }
    }
}
