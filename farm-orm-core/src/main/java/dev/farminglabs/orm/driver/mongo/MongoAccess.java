package dev.farminglabs.orm.driver.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import dev.farminglabs.orm.driver.mongo.bson.Documents;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

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

    /**
     * Refuses a call in a transaction in which something has failed.
     *
     * @throws org.springframework.dao.DataAccessException with the code of what failed first
     */
    default void refuseSpoiled() {}

    /** Notes the first failure of the calling thread's transaction; outside of one nothing is noted. */
    default void spoil(Throwable failure) {}

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
