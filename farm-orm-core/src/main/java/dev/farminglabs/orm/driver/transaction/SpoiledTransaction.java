package dev.farminglabs.orm.driver.transaction;

import dev.farminglabs.orm.error.OrmFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A Spring transaction in which something has failed. Some servers refuse every further call of such a transaction and others
 * go on; here each refuses, and none commits a part. Bound to the transaction of the thread, whoever manages it; a rollback
 * to a savepoint from before the failure mends it. For drivers: they say with what resource of theirs, such as a {@code DataSource}, the transaction
 * is.
 */
public final class SpoiledTransaction {

    /** Of a type of its own: the resource itself is a key of its manager's. */
    private record Key(Object resource) {}

    private SpoiledTransaction() {}

    private static @Nullable Mark of(Key key) {
        return (Mark) TransactionSynchronizationManager.getResource(key);
    }

    /** Notes the first failure of the calling thread's transaction; without one nothing is noted. */
    public static void by(Throwable failure, Object resource, String store) {
        Key key = new Key(resource);
        if (TransactionSynchronizationManager.isSynchronizationActive() && of(key) == null) {
            Mark mark = new Mark(key, store, failure);
            TransactionSynchronizationManager.registerSynchronization(mark);
            TransactionSynchronizationManager.bindResource(key, mark);
        }
    }

    /**
     * Refuses a call in a transaction in which something has failed.
     *
     * @throws org.springframework.dao.DataAccessException with the code of what failed first
     */
    public static void refuse(Object resource) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            Mark mark = of(new Key(resource));
            if (mark != null) {
                throw mark.failure();
            }
        }
    }

    /** What is bound to the transaction. */
    private static final class Mark implements TransactionSynchronization {

        private final Key key;
        private final String store;
        private final Throwable first;
        /** Going back to one of these leaves the failure where it is. */
        private final List<Object> laterSavepoints = new ArrayList<>();

        private boolean mended;

        Mark(Key key, String store, Throwable first) {
            this.key = key;
            this.store = store;
            this.first = first;
        }

        RuntimeException failure() {
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
}
