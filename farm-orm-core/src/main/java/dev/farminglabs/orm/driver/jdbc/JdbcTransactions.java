package dev.farminglabs.orm.driver.jdbc;

import dev.farminglabs.orm.driver.jdbc.JdbcErrors.Stage;
import dev.farminglabs.orm.driver.transaction.SpoiledTransaction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Runs work in a transaction of the thread. Unlike Spring's template it throws what the work threw, as it is, also when
 * that is a checked exception, and says what a failed commit means.
 *
 * @param manager    begins, joins and ends transactions
 * @param dataSource whose connections they are
 */
record JdbcTransactions(PlatformTransactionManager manager, DataSource dataSource) {

    <T extends @Nullable Object> T run(Supplier<T> work, JdbcErrors errors) {
        TransactionStatus status = begin(errors);
        T result;
        try {
            result = work.get();
            if (status.isNewTransaction()) {
                SpoiledTransaction.refuse(dataSource); // so that what its rollback meets cannot hide why
            }
        } catch (Throwable e) {
            rollBack(status, e, errors);
            throw e;
        }
        try {
            manager.commit(status);
        } catch (RuntimeException e) {
            throw errors.translate(e, Stage.SENT);
        }
        return result;
    }

    private TransactionStatus begin(JdbcErrors errors) {
        try {
            return manager.getTransaction(TransactionDefinition.withDefaults());
        } catch (RuntimeException e) {
            throw errors.translate(e, Stage.HARMLESS);
        }
    }

    private void rollBack(TransactionStatus status, Throwable reason, JdbcErrors errors) {
        if (!status.isNewTransaction()) {
            SpoiledTransaction.by(reason, dataSource, errors.store());
        }
        try {
            manager.rollback(status);
        } catch (RuntimeException e) {
            reason.addSuppressed(errors.translate(e, Stage.HARMLESS));
        }
    }
}
