package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.driver.Capabilities.Batching;
import dev.farminglabs.orm.driver.Capabilities.NativeRelations;
import dev.farminglabs.orm.driver.Capabilities.NumericIds;
import dev.farminglabs.orm.driver.Capabilities.Returning;
import dev.farminglabs.orm.driver.Capabilities.Support;
import dev.farminglabs.orm.driver.Capabilities.TextMatching;
import dev.farminglabs.orm.driver.Capabilities.TextOrder;
import dev.farminglabs.orm.driver.Capabilities.Transactions;
import dev.farminglabs.orm.driver.Driver;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.SetupOperations;
import dev.farminglabs.orm.driver.redis.layout.LayoutRecords;
import dev.farminglabs.orm.driver.redis.layout.SchemaLayout;
import dev.farminglabs.orm.driver.redis.server.Commands;
import dev.farminglabs.orm.driver.redis.server.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Records in a Redis server or cluster, over the connections of a Spring factory (Lettuce or Jedis). It has no
 * transactions, keeps no references by itself and makes no numeric ids. Thread-safe.
 */
public final class RedisDriver implements Driver {

    static final String STORE = Violations.STORE;

    private final Commands commands;
    private final RedisOptions options;
    private final Scans scans;
    private volatile @Nullable Capabilities capabilities;

    /** A driver with the default options. */
    public RedisDriver(RedisConnectionFactory connections) {
        this(connections, RedisOptions.DEFAULT);
    }

    /** A driver over the connections of that factory. */
    public RedisDriver(RedisConnectionFactory connections, RedisOptions options) {
        this.commands = new Commands(connections);
        this.options = options;
        this.scans = new Scans(commands, options.scan());
    }

    @Override
    public String store() {
        return STORE;
    }

    @Override
    public Capabilities capabilities() {
        Capabilities known = capabilities;
        if (known == null) {
            known = capabilities(!commands.cluster());
            capabilities = known;
        }
        return known;
    }

    /**
     * On a cluster the records of one call may be in several slots, and so may a record and a pointer that leads from a
     * given id to it: no script reaches over slots.
     */
    private static Capabilities capabilities(boolean oneServer) {
        return new Capabilities(
                STORE,
                Transactions.SINGLE_CALL,
                Support.NATIVE,
                Support.NATIVE,
                Support.NATIVE,
                Support.EMULATED,
                NumericIds.MANUAL,
                new Returning(true, true, false),
                NativeRelations.NONE,
                true,
                TextMatching.EXACT,
                TextOrder.CODE_POINT,
                oneServer,
                Batching.PIPELINED,
                false,
                oneServer);
    }

    Commands commands() {
        return commands;
    }

    @Override
    public List<String> addresses() {
        return commands.addresses();
    }

    @Override
    public void ping() {
        commands.ping();
    }

    /** How many calls so far could only be answered by looking at every key of the server. */
    public long scans() {
        return scans.count();
    }

    @Override
    public DriverSession session(SchemaDefinition schema) {
        return new RedisSession(place(schema));
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return new RedisSetup(place(schema), options.keyPrefix());
    }

    private Place place(SchemaDefinition schema) {
        SchemaLayout layouts = new SchemaLayout(schema, options.keyPrefix());
        return new Place(layouts, commands, scans, new LayoutRecords(commands));
    }
}
