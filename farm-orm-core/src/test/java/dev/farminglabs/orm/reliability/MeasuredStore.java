package dev.farminglabs.orm.reliability;

import java.util.List;
import java.util.regex.Pattern;

/** A store that claims are measured on, whatever its version. */
enum MeasuredStore {
    MEMORY("memory", "memory"),
    H2("H2", "H2 .*"),
    SQLITE("SQLite", "SQLite .*"),
    POSTGRESQL("PostgreSQL", "PostgreSQL .*"),
    MARIADB("MariaDB", "MariaDB .*"),
    MYSQL("MySQL", "MySQL .*"),
    REDIS_LETTUCE("Redis with lettuce", "Redis \\S+ with lettuce"),
    REDIS_JEDIS("Redis with jedis", "Redis \\S+ with jedis"),
    /** A server or its stand-in; the figure says which. */
    MONGODB("MongoDB", ".*MongoDB .*"),
    MONGODB_SERVER("a MongoDB server", "MongoDB .*"),
    PLANTED("memory driver with one bug", "memory driver with one bug"),
    CONFIGURATION("PostgreSQL, MariaDB, H2, MongoDB and Redis", "PostgreSQL, MariaDB, H2, MongoDB and Redis"),
    SPRING_BOOT("Spring Boot on H2", "Spring Boot .* on H2 .*");

    /** All that the contract kit runs on. */
    static final List<MeasuredStore> EVERY =
            List.of(MEMORY, H2, SQLITE, POSTGRESQL, MARIADB, REDIS_LETTUCE, REDIS_JEDIS, MONGODB);

    /** Those reached over connections. */
    static final List<MeasuredStore> SERVERS = List.of(POSTGRESQL, MARIADB, REDIS_LETTUCE, REDIS_JEDIS);

    /** Servers with transactions. */
    static final List<MeasuredStore> DATABASES = List.of(POSTGRESQL, MARIADB);

    /** Servers that several connections are kept to. Lettuce has one for all threads. */
    static final List<MeasuredStore> POOLS = List.of(POSTGRESQL, MARIADB, REDIS_JEDIS);

    /** Those whose transactions may be rolled back. */
    static final List<MeasuredStore> TRANSACTIONS = List.of(MEMORY, H2, SQLITE, POSTGRESQL, MARIADB);

    /** Those that random programs run on. Redis is one of them once: its two clients send the same. */
    static final List<MeasuredStore> PROGRAMS =
            List.of(MEMORY, H2, SQLITE, POSTGRESQL, MARIADB, REDIS_LETTUCE, MONGODB);

    /** Those that are sent something that can be read. */
    static final List<MeasuredStore> SENT = List.of(H2, SQLITE, POSTGRESQL, MARIADB, REDIS_LETTUCE, MONGODB);

    /** Those of which a run without such a server says nothing. */
    static final List<MeasuredStore> MAY_BE_MISSING = List.of(MYSQL, MONGODB_SERVER);

    private final String text;
    private final Pattern names;

    MeasuredStore(String text, String names) {
        this.text = text;
        this.names = Pattern.compile(names);
    }

    /** Whether a figure's store is this one. */
    boolean is(String store) {
        return names.matcher(store).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
