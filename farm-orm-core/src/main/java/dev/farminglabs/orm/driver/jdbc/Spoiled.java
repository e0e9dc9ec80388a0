package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction in which something has failed. PostgreSQL refuses every further statement of such a transaction and others
 * go on; here each refuses, and none commits a part. Bound to the transaction of the thread, whoever manages it; a rollback
 * to a savepoint from before the failure mends it.
 */
final class Spoiled implements TransactionSynchronization {

    /** Of a type of its own: the data source itself is the key of its connection. */
    private record Key(DataSource dataSource) {}

    private final Key key;
    private final String store;
    private final Throwable first;
    /** Going back to one of these leaves the failure where it is. */
    private final List<Object> laterSavepoints = new ArrayList<>();

    private boolean mended;

    private Spoiled(Key key, String store, Throwable first) {
        this.key = key;
        this.store = store;
        this.first = first;
    }

    private static @Nullable Spoiled of(Key key) {
        return (Spoiled) TransactionSynchronizationManager.getResource(key);
    }

    /** Notes the first failure of the transaction under way; without one nothing is noted. */
    static void by(Throwable failure, DataSource dataSource, String store) {
        Key key = new Key(dataSource);
        if (TransactionSynchronizationManager.isSynchronizationActive() && of(key) == null) {
            Spoiled spoiled = new Spoiled(key, store, failure);
            TransactionSynchronizationManager.registerSynchronization(spoiled);
            TransactionSynchronizationManager.bindResource(key, spoiled);
        }
    }

    /** Refuses a call in a transaction in which something has failed. */
    static void refuse(DataSource dataSource) {
        Spoiled spoiled = of(new Key(dataSource));
        if (spoiled != null) {
            throw spoiled.failure();
        }
    }

    private RuntimeException failure() {
        return OrmFailure.ofSpoiledTransaction(first).at(store).exception(first);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!mended) {
            throw failure();
        }
    }

    @Override
    public void savepoint(Object savepoint) {
        laterSavepoints.add(savepoint);
    }

    @Override
    public void savepointRollback(Object savepoint) {
        if (!laterSavepoints.contains(savepoint)) {
            mended = true;
            unbind();
        }
    }

    @Override
    public void suspend() {
        unbind();
    }

    @Override
    public void resume() {
        if (!mended) {
            TransactionSynchronizationManager.bindResource(key, this);
        }
    }

    @Override
    public void afterCompletion(int status) {
        unbind();
    }

    private void unbind() {
        if (of(key) == this) {
            TransactionSynchronizationManager.unbindResource(key);
        }
    }
}
