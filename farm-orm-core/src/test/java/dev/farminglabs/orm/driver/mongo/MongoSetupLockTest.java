package dev.farminglabs.orm.driver.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.tck.MongoFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One setup of a database at a time, and no longer than the process that is at it lives. */
class MongoSetupLockTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name = "lock_" + System.nanoTime();
    private final MongoDatabase database = MongoFixture.client().getDatabase(name);

    @AfterEach
    void drop() {
        database.drop();
    }

    private List<Document> locks() {
        return database.getCollection("farm_orm_setup").find().into(new ArrayList<>());
    }

    private void locked() {
        database.getCollection("farm_orm_setup")
                .insertOne(new Document("_id", "lock").append("owner", "dead").append("beats", 3L));
    }

    private static OrmErrorCode code(Throwable thrown) {
        return OrmError.in(thrown).orElseThrow().code();
    }

    @Test
    void aPusherThatDiedHoldsNobodyUp() {
        locked();
        SetupLock lock = new SetupLock(database, Duration.ofMillis(300), PATIENCE);
        assertThat(lock.exclusively(() -> 7)).isEqualTo(7);
        assertThat(locks()).isEmpty();
    }

    @Test
    void oneThatLivesKeepsItsLock() {
        SetupLock slow = new SetupLock(database, Duration.ofMillis(600), PATIENCE);
        SetupLock other = new SetupLock(database, Duration.ofMillis(600), Duration.ofSeconds(2));
        slow.exclusively(() -> {
            Throwable thrown = CompletableFuture.supplyAsync(() -> catchThrowable(() -> other.exclusively(() -> 0)))
                    .join();
            assertThat(code(thrown)).isEqualTo(OrmErrorCode.LOCK_TIMEOUT);
            return 0;
        });
        assertThat(other.exclusively(() -> 7)).isEqualTo(7);
    }

    @Test
    void oneOfManyWhoWaitTakesItOver() {
        locked();
        List<CompletableFuture<Integer>> all = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> new SetupLock(database, Duration.ofMillis(300), PATIENCE).exclusively(() -> {
                            assertThat(locks()).hasSize(1);
                            return 1;
                        })))
                .toList();
        assertThat(all.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(4);
    }

    @Test
    void anotherDatabaseHasALockOfItsOwn() {
        MongoDatabase second = MongoFixture.client().getDatabase(name + "b");
        long held = new SetupLock(database)
                .exclusively(() -> new SetupLock(second)
                        .exclusively(
                                () -> second.getCollection("farm_orm_setup").countDocuments()));
        assertThat(held).isEqualTo(1);
        second.drop();
    }

    @Test
    void aLockThatCannotBeGivenBackDoesNotHideWhyTheSetupFailed() {
        ClientBetween between = new ClientBetween((method, arguments) -> {
            if (method.equals("deleteOne")) {
                throw new MongoSocketReadException("cut", new ServerAddress());
            }
        });
        SetupLock lock =
                new SetupLock(between.before(MongoFixture.client()).getDatabase(name), Duration.ofSeconds(1), PATIENCE);
        Throwable thrown = catchThrowable(() -> lock.exclusively(() -> {
            throw new IllegalStateException("why");
        }));
        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("why");
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(MongoSocketReadException.class);
        Object beats = locks().get(0).get("beats");
        await().during(Duration.ofMillis(800))
                .until(() -> locks().get(0).get("beats").equals(beats));
    }
}
