package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.doc;
import static dev.farminglabs.orm.driver.mongo.bson.Documents.text;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import dev.farminglabs.orm.error.Retry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;

/**
 * One setup of a database at a time. A record says who is at it; one whose process has died gives way after a while. Steps may
 * be repeated, so even a lock lost that way does no harm.
 */
final class SetupLock {

    private static final String COLLECTION = "farm_orm_setup";
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    /** Threads of one process need not ask the server. */
    private static final ReentrantLock LOCAL = new ReentrantLock();

    private final MongoCollection<BsonDocument> locks;
    private final String owner = UUID.randomUUID().toString();

    SetupLock(MongoDatabase database) {
        this.locks = database.getCollection(COLLECTION, BsonDocument.class);
    }

    <T> T exclusively(Supplier<T> work) {
        LOCAL.lock();
        try {
            if (LOCAL.getHoldCount() > 1) {
                return work.get();
            }
            acquire();
            try {
                return work.get();
            } finally {
                locks.deleteOne(doc(Names.ID, text("lock")).append("owner", text(owner)));
            }
        } finally {
            LOCAL.unlock();
        }
    }

    private void acquire() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!tryAcquire()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw OrmFailure.of(
                                OrmErrorCode.LOCK_TIMEOUT,
                                "Another process has been setting the database up for too long, or the wait was"
                                        + " interrupted")
                        .at(MongoDriver.STORE)
                        .advising(Retry.SAFE)
                        .exception();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean tryAcquire() {
        long now = System.currentTimeMillis();
        BsonDateTime until = new BsonDateTime(now + LEASE.toMillis());
        BsonDocument held = doc("owner", text(owner)).append("until", until);
        try {
            locks.insertOne(
                    doc(Names.ID, text("lock")).append("owner", text(owner)).append("until", until));
            return true;
        } catch (MongoException e) {
            if (!MongoErrors.duplicate(e)) {
                throw e;
            }
        }
        BsonDocument left = doc(Names.ID, text("lock")).append("until", doc("$lt", new BsonDateTime(now)));
        return locks.updateOne(left, doc("$set", held)).getMatchedCount() > 0;
    }
}
