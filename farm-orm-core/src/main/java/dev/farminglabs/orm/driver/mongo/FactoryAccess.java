package dev.farminglabs.orm.driver.mongo;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import dev.farminglabs.orm.driver.mongo.client.Addresses;
import dev.farminglabs.orm.driver.transaction.SpoiledTransaction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoDatabaseUtils;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** The database of a Spring factory. Calls take part in the transactions of a {@code MongoTransactionManager} of that factory. */
final class FactoryAccess implements MongoAccess {

    private final MongoDatabaseFactory factory;

    FactoryAccess(MongoDatabaseFactory factory) {
        this.factory = factory;
    }

    @Override
    public MongoDatabase plain() {
        return factory.getMongoDatabase();
    }

    @Override
    public MongoDatabase joined() {
        return MongoDatabaseUtils.getDatabase(factory);
    }

    @Override
    public @Nullable ClientSession session() {
        return null;
    }

    @Override
    public List<String> addresses() {
        return Addresses.of(factory);
    }

    @Override
    public boolean inTransaction() {
        return MongoDatabaseUtils.isTransactionActive(factory);
    }

    @Override
    public boolean transactional() {
        return true;
    }

    @Override
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        // the manager keeps its state with the thread, under the factory: this one and the application's are the
        // same
        TransactionTemplate template = new TransactionTemplate(new MongoTransactionManager(factory));
        try {
            return template.execute(status -> status.isNewTransaction() ? work.get() : joined(work));
        } catch (UnexpectedRollbackException e) {
            throw MongoErrors.rolledBack(e);
        } catch (TransactionSystemException e) {
            throw MongoErrors.ofTransaction(e);
        }
    }

    private <T extends @Nullable Object> T joined(Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            spoil(e);
            throw e;
        }
    }

    @Override
    public void refuseSpoiled() {
        SpoiledTransaction.refuse(factory);
    }

    @Override
    public void spoil(Throwable failure) {
        if (inTransaction()) {
            SpoiledTransaction.by(failure, factory, MongoDriver.STORE);
        }
    }
}
