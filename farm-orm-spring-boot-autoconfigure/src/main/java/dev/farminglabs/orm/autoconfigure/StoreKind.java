package dev.farminglabs.orm.autoconfigure;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** The kinds of store a schema can live in, and how their beans are recognised. */
public enum StoreKind {
    /** A relational database behind a {@code DataSource}. */
    JDBC("org.springframework.jdbc.datasource.DataSourceUtils", "spring-jdbc", "javax.sql.DataSource"),
    /** A Redis server behind a connection factory. The application's templates are left alone. */
    REDIS(
            "org.springframework.data.redis.connection.RedisConnectionFactory",
            "spring-data-redis",
            "org.springframework.data.redis.connection.RedisConnectionFactory"),
    /** A MongoDB database: that of a factory, or a named one of a client where there is no factory. */
    MONGO(
            "com.mongodb.client.MongoClient",
            "mongodb-driver-sync",
            "org.springframework.data.mongodb.MongoDatabaseFactory",
            "com.mongodb.client.MongoClient"),
    /** This process' memory, one store for the whole context. Only where it is asked for. */
    MEMORY("dev.farminglabs.orm.driver.memory.MemoryDriver", "farm-orm-core"),
    /** A driver the application brings as a bean. */
    DRIVER("dev.farminglabs.orm.driver.Driver", "farm-orm-core", "dev.farminglabs.orm.driver.Driver");

    private final String neededClass;
    private final String library;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> beanTypes;

    StoreKind(String neededClass, String library, String... beanTypes) {
        this.neededClass = neededClass;
        this.library = library;
        this.beanTypes = List.of(beanTypes);
    }

    /** The classes of the store's beans; a later one counts where there is no bean of an earlier one. May be empty. */
    List<String> beanTypes() {
        return beanTypes;
    }

    /** The library without which there is no driver for this kind. */
    String library() {
        return library;
    }

    /** Whether the driver's library is there. */
    boolean isSupported(@Nullable ClassLoader classLoader) {
        return ClassUtils.isPresent(neededClass, classLoader);
    }

    /** As it is written in the properties. */
    public String property() {
        return name().toLowerCase(Locale.ROOT);
    }
}
