package dev.farminglabs.orm.autoconfigure.aot;

import dev.farminglabs.orm.From;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.annotation.Qualifier;

/** The hints that do not depend on the application: what Farm ORM itself looks up by name. */
final class OrmHints implements RuntimeHintsRegistrar {

    private static final String[] STORE_TYPES = {
        "javax.sql.DataSource",
        "org.springframework.jdbc.datasource.DataSourceUtils",
        "org.springframework.data.redis.connection.RedisConnectionFactory",
        "org.springframework.data.mongodb.MongoDatabaseFactory",
        "com.mongodb.client.MongoClient",
        "com.mongodb.client.MongoDatabase",
        "dev.farminglabs.orm.driver.Driver",
        "dev.farminglabs.orm.driver.memory.MemoryDriver"
    };

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        for (String type : STORE_TYPES) {
            hints.reflection().registerTypeIfPresent(classLoader, type);
        }
        hints.reflection().registerType(From.class, MemberCategory.INVOKE_DECLARED_METHODS);
        hints.proxies().registerJdkProxy(Qualifier.class);
        hints.resources().registerPattern("dev/farminglabs/orm/driver/redis/server/*.lua");
        hints.resources().registerPattern("dev/farminglabs/orm/autoconfigure/console/console.*");
    }
}
