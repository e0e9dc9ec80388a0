package dev.farminglabs.orm.driver.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.farminglabs.orm.driver.mongo.client.Addresses;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoDatabaseUtils;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** The way to one database: as it is, or taking part in the calling thread's transaction. Thread-safe. */
interface MongoAccess {

    /** The database, for what happens outside of any transaction. */
    MongoDatabase plain();

    /** The database for the calling thread; where {@link #session()} is null it takes part in a transaction by itself. */
    MongoDatabase joined();

    /** The session to hand to each command of the calling thread, or null. */
    @Nullable
    ClientSession session();

    /** Where the servers are; empty where that is not to be known. */
    List<String> addresses();

    /** Whether the calling thread is in a transaction that commands take part in. */
    boolean inTransaction();

    /** Whether transactions can be begun here, provided that the deployment has them. */
    boolean transactional();

    /** Runs the work in a transaction of the calling thread, or in the one that is under way. */
    <T extends @Nullable Object> T transaction(Supplier<T> work);

    /** A database without its client: no session can be begun, so there are no transactions. */
    record DatabaseAccess(MongoDatabase plain) implements MongoAccess {

        @Override
        public MongoDatabase joined() {
            return plain;
        }

        @Override
        public @Nullable ClientSession session() {
            return null;
        }

        @Override
        public List<String> addresses() {
            return List.of();
        }

        @Override
        public boolean inTransaction() {
            return false;
        }

        @Override
        public boolean transactional() {
            return false;
        }

        @Override
        public <T extends @Nullable Object> T transaction(Supplier<T> work) {
            throw MongoErrors.noTransactions(
                    "a MongoDatabase alone cannot begin one: pass the client and the database's name");
        }
    }

    /** A client's database. Transactions are this library's own; Spring's do not reach it. */
    final class ClientAccess implements MongoAccess {

        /** A transaction of a thread. */
        private static final class Current {
            final ClientSession session;
            boolean failed;

            Current(ClientSession session) {
                this.session = session;
            }
        }

        private final MongoClient client;
        private final MongoDatabase database;

        @SuppressWarnings("ThreadLocalUsage") // a transaction is of one thread on one client
        private final ThreadLocal<@Nullable Current> current = new ThreadLocal<>();

        ClientAccess(MongoClient client, String database) {
            this.client = client;
            this.database = client.getDatabase(database);
        }

        @Override
        public MongoDatabase plain() {
            return database;
        }

        @Override
        public MongoDatabase joined() {
            return database;
        }

        @Override
        public @Nullable ClientSession session() {
            Current running = current.get();
            return running == null ? null : running.session;
        }

        @Override
        public List<String> addresses() {
            return Addresses.of(client, database.getName());
        }

        @Override
        public boolean inTransaction() {
            return current.get() != null;
        }

        @Override
        public boolean transactional() {
            return true;
        }

        @Override
        public <T extends @Nullable Object> T transaction(Supplier<T> work) {
            Current running = current.get();
            if (running != null) {
                return join(running, work);
            }
            try (ClientSession session = client.startSession()) {
                Current begun = new Current(session);
                session.startTransaction();
                current.set(begun);
                try {
                    T result = join(begun, work);
                    if (begun.failed) {
                        throw MongoErrors.rolledBack(null);
                    }
                    session.commitTransaction();
                    return result;
                } finally {
                    current.remove();
                    if (session.hasActiveTransaction()) {
                        abort(session);
                    }
                }
            }
        }

        private static <T extends @Nullable Object> T join(Current running, Supplier<T> work) {
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                running.failed |= !done;
            }
        }

        /** The server ends a transaction nobody commits; a failed abort must not hide why it is aborted. */
        private static void abort(ClientSession session) {
            try {
                session.abortTransaction();
            } catch (MongoException e) {
                // it ends by itself
            }
        }
    }

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
                return template.execute(status -> work.get());
            } catch (UnexpectedRollbackException e) {
                throw MongoErrors.rolledBack(e);
            } catch (TransactionSystemException e) {
                throw MongoErrors.ofTransaction(e);
            }
        }
    }

    /** What kind of deployment a database is on. Asked once, when first needed. Thread-safe. */
    final class Deployment {

        private static final int COMMAND_NOT_FOUND = 59;

        private final MongoAccess access;
        private volatile @Nullable Boolean transactions;

        Deployment(MongoAccess access) {
            this.access = access;
        }

        MongoAccess access() {
            return access;
        }

        /** Whether several calls can be done all or nothing: replica sets and sharded clusters have sessions for that. */
        boolean transactions() {
            if (!access.transactional()) {
                return false;
            }
            Boolean known = transactions;
            if (known == null) {
                BsonDocument hello = hello(access.plain());
                boolean sessions = hello.containsKey("logicalSessionTimeoutMinutes");
                known = sessions
                        && (hello.containsKey("setName") || hello.containsKey("msg") || hello.containsKey("serviceId"));
                transactions = known;
            }
            return known;
        }

        private static BsonDocument hello(MongoDatabase database) {
            try {
                return database.runCommand(Documents.doc("hello", Documents.ONE), BsonDocument.class);
            } catch (MongoCommandException e) {
                if (e.getErrorCode() != COMMAND_NOT_FOUND) {
                    throw e;
                }
                // servers before 4.4.2 call it so
                return database.runCommand(Documents.doc("isMaster", Documents.ONE), BsonDocument.class);
            }
        }
    }
}
