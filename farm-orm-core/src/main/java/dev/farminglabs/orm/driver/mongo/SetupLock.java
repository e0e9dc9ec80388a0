package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.driver.mongo.bson.Documents.ONE;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One setup of a database at a time. A record says who is at it, and counts up as long as that process lives, also while the
 * server builds an index for it. One that has not counted for a while gives way; nobody's clock is compared with another's.
 * Steps may be repeated, so even a lock lost that way does no harm. Thread-safe.
 */
final class SetupLock {

    private static final Logger LOG = LoggerFactory.getLogger(SetupLock.class);
    private static final String COLLECTION = "farm_orm_setup";
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    private static final BsonDocument LOCK = doc(Names.ID, text("lock"));

    private final MongoCollection<BsonDocument> locks;
    private final Duration lease;
    private final Duration patience;

    SetupLock(MongoDatabase database) {
        this(database, LEASE, PATIENCE);
    }

    /**
     * A lock of that database.
     *
     * @param lease    after how long without a sign of life it may be taken over
     * @param patience how long one waits for it
     */
    SetupLock(MongoDatabase database, Duration lease, Duration patience) {
        this.locks = database.getCollection(COLLECTION, BsonDocument.class);
        this.lease = lease;
        this.patience = patience;
    }

    /** Does the work alone. That another process goes on for longer than one waits is {@code LOCK_TIMEOUT}. */
    <T> T exclusively(Supplier<T> work) {
        BsonDocument mine = LOCK.clone().append("owner", text(UUID.randomUUID().toString()));
        acquire(mine);
        CountDownLatch ended = new CountDownLatch(1);
        keep(mine, ended);
        T done;
        try {
            done = work.get();
        } catch (RuntimeException | Error e) {
            try {
                release(mine, ended);
            } catch (MongoException unlocking) {
                e.addSuppressed(unlocking); // it must not hide why the work failed
            }
            throw e;
        }
        release(mine, ended);
        return done;
    }

    private void release(BsonDocument mine, CountDownLatch ended) {
        ended.countDown();
        locks.deleteOne(mine);
    }

    /** Gives signs of life until the work has ended. A thread of its own does, for the work may wait for the server long. */
    private void keep(BsonDocument mine, CountDownLatch ended) {
        Thread keeper = new Thread(
                () -> {
                    try {
                        while (!ended.await(lease.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                            beat(mine);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "farm-orm-setup-lock");
        keeper.setDaemon(true);
        keeper.start();
    }

    private void beat(BsonDocument mine) {
        try {
            locks.updateOne(mine, doc("$inc", doc("beats", ONE)));
        } catch (MongoException e) {
            LOG.debug("The lock of a setup could not be renewed; it is tried again", e);
        }
    }

    private void acquire(BsonDocument mine) {
        long from = System.nanoTime();
        long since = from;
        @Nullable BsonDocument seen = null;
        while (!inserted(mine)) {
            BsonDocument held = locks.find(LOCK).first();
            if (held == null || !held.equals(seen)) {
                seen = held;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > lease.toNanos() && takenOver(held, mine)) {
                return;
            }
            if (System.nanoTime() - from > patience.toNanos()
                    || Thread.currentThread().isInterrupted()) {
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

    private boolean inserted(BsonDocument mine) {
        try {
            locks.insertOne(mine.clone().append("beats", new BsonInt64(0)));
            return true;
        } catch (MongoException e) {
            if (!MongoErrors.duplicate(e)) {
                throw e;
            }
            return false;
        }
    }

    /** From one who gave no sign of life since; another who waits may be faster. */
    private boolean takenOver(BsonDocument held, BsonDocument mine) {
        BsonDocument owned = mine.clone().append("beats", new BsonInt64(0));
        owned.remove(Names.ID);
        return locks.updateOne(held, doc("$set", owned)).getMatchedCount() > 0;
    }
}
