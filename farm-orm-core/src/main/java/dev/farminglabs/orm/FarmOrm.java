package dev.farminglabs.orm;

import dev.farminglabs.orm.driver.Stores;
import dev.farminglabs.orm.driver.memory.MemoryDriver;
import org.jspecify.annotations.Nullable;

/**
 * Entry points for code outside Spring: frameworks, tools, tests. A <em>store</em> is what an application has: a {@code
 * DataSource}, a Spring {@code RedisConnectionFactory}, a MongoDB client, or a {@link dev.farminglabs.orm.driver.Driver}.
 */
public final class FarmOrm {

    /**
     * What was found out about an object an application passed in.
     *
     * @param supported whether a client can be connected to it
     * @param kind      the kind of store, such as {@code jdbc}, or {@code unknown}
     * @param summary   one sentence: what it is, and what to pass instead when it is not supported
     */
    public record Inspection(boolean supported, String kind, String summary) {}

    /**
     * A client for the schema on the store. Opens no connection, unless the schema demands something of its store.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} when the object is no
     *     store, or the store lacks what the schema demands
     */
    public static <S extends Schema> OrmClient<S> connect(S schema, Object store) {
        return client(schema, store).connect();
    }

    /**
     * A client for the schema on one database of a client object with several, a {@code MongoClient}. Opens no connection,
     * unless the schema demands something of its store.
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code UNSUPPORTED} when the object is no
     *     such client, or the store lacks what the schema demands
     */
    public static <S extends Schema> OrmClient<S> connect(S schema, Object client, String database) {
        return new OrmClientBuilder<>(schema, Stores.open(client, database)).connect();
    }

    /** As {@link #connect(Schema, Object)}, with a prefix, a namespace and other settings said first. */
    public static <S extends Schema> OrmClientBuilder<S> client(S schema, Object store) {
        return new OrmClientBuilder<>(schema, Stores.open(store));
    }

    /** Creates what the schema needs in the store, then connects. */
    public static <S extends Schema> OrmClient<S> bootstrap(S schema, Object store) {
        OrmClientBuilder<S> builder = client(schema, store);
        builder.setup().push();
        return builder.connect();
    }

    /** Creates what the schema needs in the store. Only ever adds. */
    public static void pushSchema(Schema schema, Object store) {
        client(schema, store).setup().push();
    }

    /** What an object is. Opens no connection and never throws. */
    public static Inspection inspect(@Nullable Object store) {
        Stores.Finding finding = Stores.inspect(store);
        return new Inspection(finding.supported(), finding.kind(), finding.summary());
    }

    /** A client on a store of its own in this process' memory, for tests and prototypes. */
    public static <S extends Schema> OrmClient<S> inMemory(S schema) {
        return connect(schema, new MemoryDriver());
    }

    private FarmOrm() {}
}
