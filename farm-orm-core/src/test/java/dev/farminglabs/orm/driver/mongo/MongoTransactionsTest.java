package dev.farminglabs.orm.driver.mongo;

import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.tck.MongoFixture;
import dev.farminglabs.orm.tck.Samples;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** A failed call ends the transaction it is in. Whether the server undoes what was done takes a real one to show. */
class MongoTransactionsTest {

    enum Way {
        CLIENT,
        FACTORY
    }

    private final ClientBetween between = new ClientBetween();
    private final String database =
            "transactions_" + UUID.randomUUID().toString().substring(0, 8);
    private final MongoDatabaseFactory factory =
            new SimpleMongoClientDatabaseFactory(between.before(MongoFixture.client()), database);

    @AfterEach
    void drop() {
        MongoFixture.client().getDatabase(database).drop();
    }

    private OrmClient<Samples> on(Way way) {
        MongoDriver driver = way == Way.CLIENT
                ? new MongoDriver(between.before(MongoFixture.client()), database)
                : MongoDriver.joining(factory);
        return FarmOrm.bootstrap(new Samples(), driver);
    }

    private static void create(OrmClient<Samples> orm, String title) {
        orm.model(DOCUMENT).create(DOCUMENT.title.set(title));
    }

    private static @Nullable OrmErrorCode code(ThrowingCallable call) {
        return OrmError.in(catchThrowable(call)).map(OrmError::code).orElse(null);
    }

    @ParameterizedTest
    @EnumSource
    void whatSucceedsIsCommitted(Way way) {
        OrmClient<Samples> orm = on(way);
        assertThat(orm.<Long>transaction(tx -> {
                    create(tx, "a");
                    create(orm, "b");
                    return tx.<Long>transaction(inner -> inner.model(DOCUMENT).count());
                }))
                .isEqualTo(2);
        assertThat(between.ends).containsExactly("commit");
    }

    @ParameterizedTest
    @EnumSource
    void aFailedCallThatIsCaughtEndsIt(Way way) {
        OrmClient<Samples> orm = on(way);
        create(orm, "taken");
        Throwable seen = catchThrowable(() -> orm.<Integer>transaction(tx -> {
            assertThat(code(() -> create(tx, "taken"))).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
            assertThat(code(() -> tx.model(DOCUMENT).count())).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
            assertThat(code(() -> create(orm, "b"))).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
            return 1;
        }));
        assertThat(seen).hasMessageContaining("rolled back as a whole");
        assertThat(OrmError.in(seen).orElseThrow().code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
        assertThat(between.ends).containsExactly("abort");
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(1);
        create(orm, "the next one is not concerned");
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatJoinedAndFailedEndsIt(Way way) {
        OrmClient<Samples> orm = on(way);
        Throwable seen = catchThrowable(() -> orm.<Integer>transaction(tx -> {
            Throwable inner = catchThrowable(() -> tx.<Integer>transaction(part -> {
                throw new IllegalStateException("inner");
            }));
            assertThat(inner).hasMessage("inner");
            assertThat(code(() -> create(tx, "after"))).isEqualTo(OrmErrorCode.UNKNOWN);
            return 1;
        }));
        assertThat(OrmError.in(seen)).isPresent();
        assertThat(between.ends).containsExactly("abort");
        assertThat(orm.model(DOCUMENT).count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatIsRefusedBeforeItIsMadeSpoilsNothing(Way way) {
        OrmClient<Samples> orm = on(way);
        orm.<Integer>transaction(tx -> {
            assertThat(code(() -> tx.model(DOCUMENT).take(-1).findMany())).isEqualTo(OrmErrorCode.INVALID_QUERY);
            create(tx, "a");
            return 1;
        });
        assertThat(between.ends).containsExactly("commit");
    }

    @Test
    void springsOwnTransactionIsEndedToo() {
        OrmClient<Samples> orm = on(Way.FACTORY);
        create(orm, "taken");
        TransactionTemplate spring = new TransactionTemplate(new MongoTransactionManager(factory));
        assertThat(code(() -> spring.executeWithoutResult(status -> code(() -> create(orm, "taken")))))
                .isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
        assertThat(between.ends).containsExactly("abort");
    }

    @Test
    void aTransactionOfAnotherStoreIsNotConcerned() {
        OrmClient<Samples> orm = on(Way.CLIENT);
        OrmClient<Samples> joining = on(Way.FACTORY);
        create(orm, "taken");
        MongoDatabaseFactory other =
                new SimpleMongoClientDatabaseFactory(between.before(MongoFixture.client()), database + "_other");
        new TransactionTemplate(new MongoTransactionManager(other)).executeWithoutResult(status -> {
            assertThat(code(() -> create(orm, "taken"))).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
            assertThat(code(() -> create(joining, "taken"))).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
            create(joining, "free");
        });
        assertThat(between.ends).containsExactly("commit");
    }
}
