package dev.farminglabs.orm.driver.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
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
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * One database of a MongoDB deployment, from version 4.2 on. Whether there are transactions depends on the deployment (a
 * replica set or a sharded cluster has them) and on what the driver was made of. A change of many records at once is atomic
 * for each record, and for all of them only inside a transaction. Thread-safe; the client stays the caller's to close.
 */
public final class MongoDriver implements Driver {

    static final String STORE = Documents.STORE;

    private final MongoAccess access;
    private final MongoAccess.Deployment deployment;
    private final MongoOptions options;

    private MongoDriver(MongoAccess access) {
        this(access, new MongoAccess.Deployment(access), MongoOptions.DEFAULT);
    }

    private MongoDriver(MongoAccess access, MongoAccess.Deployment deployment, MongoOptions options) {
        this.access = access;
        this.deployment = deployment;
        this.options = options;
    }

    /** On a database alone. Without its client no session can be begun, so there are no transactions. */
    public MongoDriver(MongoDatabase database) {
        this(new MongoAccess.DatabaseAccess(database));
    }

    /** On a client's database of that name. Transactions are this library's own; Spring's do not reach it. */
    public MongoDriver(MongoClient client, String database) {
        this(new ClientAccess(client, database));
    }

    /**
     * On a Spring factory's database. Calls take part in the transactions of a {@code MongoTransactionManager} of the same
     * factory, so in {@code @Transactional} methods, and the other way round.
     */
    public static MongoDriver joining(MongoDatabaseFactory factory) {
        return new MongoDriver(new FactoryAccess(factory));
    }

    /** The same driver with those options. */
    public MongoDriver with(MongoOptions newOptions) {
        return new MongoDriver(access, deployment, Objects.requireNonNull(newOptions, "options"));
    }

    @Override
    public String store() {
        return STORE;
    }

    @Override
    public Capabilities capabilities() {
        boolean transactions = transactions();
        return new Capabilities(
                STORE,
                transactions ? Transactions.INTERACTIVE : Transactions.SINGLE_CALL,
                Support.NATIVE,
                Support.NATIVE,
                Support.NATIVE,
                Support.EMULATED,
                NumericIds.MANUAL,
                new Returning(true, true, false),
                new NativeRelations(true, true, true, true, true, true),
                false,
                TextMatching.EXACT,
                TextOrder.CODE_POINT,
                transactions,
                Batching.SEQUENTIAL,
                true,
                true);
    }

    private boolean transactions() {
        try {
            return deployment.transactions();
        } catch (MongoException e) {
            throw MongoErrors.MongoFailures.ofRead(e, null).exception(e);
        }
    }

    /** From the settings of the client; empty for a database without its client. */
    @Override
    public List<String> addresses() {
        return access.addresses();
    }

    @Override
    public void ping() {
        try {
            access.plain().runCommand(Documents.doc("ping", Documents.ONE), BsonDocument.class);
        } catch (MongoException e) {
            throw MongoErrors.MongoFailures.ofRead(e, null).exception(e);
        }
    }

    @Override
    public DriverSession session(SchemaDefinition schema) {
        return new MongoSession(new Names(schema), deployment);
    }

    @Override
    public SetupOperations setup(SchemaDefinition schema) {
        return new MongoSetup(new Names(schema), access, options);
    }
}
