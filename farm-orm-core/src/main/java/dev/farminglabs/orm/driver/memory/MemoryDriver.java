package dev.farminglabs.orm.driver.memory;

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
import java.util.List;

/**
 * One store in this process' memory, empty at first and gone with this object. Sessions share a table when their schemas
 * give it the same physical name; a prefix keeps clients apart. Thread-safe: one call or one transaction at a time, and
 * others wait for it, for at most 30 seconds ({@code LOCK_TIMEOUT}).
 */
public final class MemoryDriver implements Driver {

    static final String STORE = "memory";

    private static final Capabilities CAPABILITIES = new Capabilities(
            STORE,
            Transactions.INTERACTIVE,
            Support.NATIVE,
            Support.NATIVE,
            Support.NATIVE,
            Support.NATIVE,
            NumericIds.GENERATED,
            new Returning(true, true, true),
            new NativeRelations(true, false, false, true, true, true),
            false,
            TextMatching.EXACT,
            TextOrder.CODE_POINT,
            true,
            Batching.SEQUENTIAL,
            true,
            true);

    private final Tables tables = new Tables();

    /** An empty store. */
    public MemoryDriver() {}

    /**
     * Forgets every record, and begins generated numbers anew; clients stay connected. For tests that share a store. Waits for
     * transactions of other threads, and must not be called inside one of its own.
     */
    public void clear() {
        tables.clear();
    }

    @Override
    public String store() {
        return STORE;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** None: it is nowhere but here. */
    @Override
    public List<String> addresses() {
        return List.of();
    }

    /** Does nothing: it is there as long as this object is. */
    @Override
    public void ping() {}

    /**
     * {@inheritDoc}
     *
     * @throws org.springframework.dao.InvalidDataAccessApiUsageException with code {@code INVALID_SCHEMA} when a table of
     *     that name already holds records with other columns, with {@code UNSUPPORTED} when the client names a namespace
     */
    @Override
    public DriverSession session(SchemaDefinition schema) {
        refuseNamespace(schema);
        return new MemorySession(tables.bind(schema), tables.transactions());
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        refuseNamespace(schema);
        return new NothingToSetUp();
    }

    private static void refuseNamespace(SchemaDefinition schema) {
        if (schema.namespace() != null) {
            throw Violations.noNamespaces();
        }
    }
}
