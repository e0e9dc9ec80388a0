package dev.farminglabs.orm.driver.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.farminglabs.orm.driver.mongo.client.Addresses;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client's database. Transactions are this library's own; Spring's do not reach it. */
final class ClientAccess implements MongoAccess {

    /** A transaction of a thread, and what failed first in it. */
    private static final class Current {
        final ClientSession session;

        @Nullable
        Throwable first;

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
            return join(work);
        }
        try (ClientSession session = client.startSession()) {
            Current begun = new Current(session);
            session.startTransaction();
            current.set(begun);
            try {
                T result = work.get();
                refuse(begun);
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

    private <T extends @Nullable Object> T join(Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            spoil(e);
            throw e;
        }
    }

    @Override
    public void refuseSpoiled() {
        Current running = current.get();
        if (running != null) {
            refuse(running);
        }
    }

    private static void refuse(Current running) {
        Throwable first = running.first;
        if (first != null) {
            throw OrmFailure.ofSpoiledTransaction(first).at(MongoDriver.STORE).exception(first);
        }
    }

    @Override
    public void spoil(Throwable failure) {
        Current running = current.get();
        if (running != null && running.first == null) {
            running.first = failure;
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
