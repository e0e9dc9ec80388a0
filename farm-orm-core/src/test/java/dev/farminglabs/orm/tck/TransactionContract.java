package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** All or nothing where the store can; where it cannot, refused before anything has happened. */
public abstract class TransactionContract extends Contract<Samples> {

    record NewDocument(String title) {}

    protected TransactionContract() {
        super(new Samples());
    }

    /** Runs the work in a transaction; on a store without, checks the refusal and gives the other answer. */
    private <T> T inTransaction(Function<OrmClient<Samples>, T> work, T refused) {
        if (capabilities().supportsTransactions()) {
            return orm.transaction(work);
        }
        AtomicBoolean started = new AtomicBoolean();
        OrmError error = failure(OrmErrorCode.UNSUPPORTED, () -> orm.transaction(tx -> started.getAndSet(true)));
        assertThat(message(error)).contains(capabilities().store()).contains("TRANSACTIONS");
        assertThat(started).isFalse();
        return refused;
    }

    private static void create(OrmClient<Samples> client, String title) {
        client.model(DOCUMENT).create(DOCUMENT.title.set(title));
    }

    @Test
    void commitsOnReturn() {
        String result = inTransaction(
                tx -> {
                    create(tx, "a");
                    create(tx, "b");
                    return "done";
                },
                "done");
        assertThat(result).isEqualTo("done");
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(capabilities().supportsTransactions() ? 2 : 0);
    }

    @Test
    void seesItsOwnWrites() {
        assertThat(inTransaction(
                        tx -> {
                            create(tx, "a");
                            return tx.model(DOCUMENT).count();
                        },
                        1L))
                .isEqualTo(1);
    }

    @Test
    void rollsBackOnARuntimeException() {
        rollsBackOn(new IllegalStateException("on purpose"));
    }

    @Test
    void rollsBackOnAnError() {
        rollsBackOn(new AssertionError("on purpose"));
    }

    private void rollsBackOn(Throwable thrown) {
        create(orm, "before");
        Throwable seen = catchThrowable(() -> inTransaction(
                tx -> {
                    create(tx, "a");
                    tx.model(DOCUMENT).where(DOCUMENT.title.eq("before")).update(DOCUMENT.text.set("changed"));
                    tx.model(COUNTER).where(COUNTER.key.is("s", "n")).upsert(u -> u.create());
                    tx.model(DOCUMENT).where(DOCUMENT.title.eq("a")).delete();
                    return sneaky(thrown);
                },
                0));
        assertThat(seen).isSameAs(capabilities().supportsTransactions() ? thrown : null);
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.title)).containsExactly("before");
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.text)).containsExactly("");
        assertThat(orm.model(COUNTER).count()).isZero();
    }

    @SuppressWarnings("unchecked")
    private static <T, E extends Throwable> T sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void nestedCallsJoin() {
        Throwable seen = catchThrowable(() -> inTransaction(
                tx -> {
                    create(tx, "a");
                    tx.transaction(inner -> {
                        create(inner, "b");
                        return null;
                    });
                    orm.transaction(inner -> {
                        create(orm, "c");
                        return null;
                    });
                    throw new IllegalStateException("outer");
                },
                0));
        assertThat(seen == null).isEqualTo(!capabilities().supportsTransactions());
        assertThat(orm.model(DOCUMENT).count()).isZero();
    }

    @Test
    void anInnerFailureThatIsCaughtStillUndoesAll() {
        Throwable seen = catchThrowable(() -> inTransaction(
                tx -> {
                    create(tx, "a");
                    Throwable inner = catchThrowable(() -> tx.transaction(nested -> {
                        create(nested, "b");
                        throw new IllegalStateException("inner");
                    }));
                    assertThat(inner).hasMessage("inner");
                    return 1;
                },
                1));
        if (capabilities().supportsTransactions()) {
            assertThat(seen).as("all or nothing: a part has failed").isNotNull();
        }
        assertThat(orm.model(DOCUMENT).count()).isZero();
    }

    @Test
    void callsOfTheSameThreadTakePart() {
        Throwable seen = catchThrowable(() -> inTransaction(
                tx -> {
                    create(orm, "a");
                    orm.model(DOCUMENT).createMany(List.of(new NewDocument("b"), new NewDocument("c")));
                    throw new IllegalStateException("on purpose");
                },
                0));
        assertThat(seen == null).isEqualTo(!capabilities().supportsTransactions());
        assertThat(orm.model(DOCUMENT).count()).isZero();
    }

    /** A store may let the other thread read what was there before, or let it wait: neither may see what is undone. */
    @Test
    void othersNeverSeeWhatIsUndone() throws Exception {
        List<CompletableFuture<Long>> reader = new ArrayList<>();
        Throwable seen = catchThrowable(() -> inTransaction(
                tx -> {
                    create(tx, "a");
                    reader.add(CompletableFuture.supplyAsync(
                            () -> orm.model(DOCUMENT).count()));
                    catchThrowable(() -> reader.get(0).get(300, TimeUnit.MILLISECONDS));
                    throw new IllegalStateException("on purpose");
                },
                0));
        assertThat(seen == null).isEqualTo(!capabilities().supportsTransactions());
        for (CompletableFuture<Long> count : reader) {
            assertThat(count.get(10, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void aDuplicateInsideIsTheCallersToDecideAbout() {
        create(orm, "taken");
        Throwable seen = catchThrowable(() -> inTransaction(
                tx -> {
                    create(tx, "a");
                    failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> create(tx, "taken"));
                    throw new IllegalStateException("given up");
                },
                0));
        assertThat(seen == null || seen.getMessage().equals("given up")).isTrue();
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.title)).containsExactly("taken");
    }

    @Test
    void aFailedCallEndsItWhateverIsCaught() {
        create(orm, "taken");
        Throwable seen = catchThrowable(() -> inTransaction(
                tx -> {
                    create(tx, "a");
                    failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> create(tx, "taken"));
                    return 1;
                },
                1));
        if (capabilities().supportsTransactions()) {
            assertThat(((OrmError) seen).code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
            assertThat(seen).hasMessageContaining("rolled back as a whole");
        }
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.title)).containsExactly("taken");
        create(orm, "the next one is not concerned");
    }

    @Test
    void afterAFailedCallNoOtherIsMade() {
        create(orm, "taken");
        List<OrmErrorCode> codes = new ArrayList<>();
        catchThrowable(() -> inTransaction(
                tx -> {
                    failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> create(tx, "taken"));
                    codes.add(
                            ((OrmError) catchThrowable(() -> tx.model(DOCUMENT).count())).code());
                    codes.add(((OrmError) catchThrowable(() -> create(tx, "b"))).code());
                    return 1;
                },
                1));
        assertThat(codes).allMatch(code -> code == OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(1);
    }

    @Test
    void aCallThatIsRefusedBeforeItIsMadeSpoilsNothing() {
        int created = inTransaction(
                tx -> {
                    create(tx, "a");
                    failure(
                            OrmErrorCode.INVALID_QUERY,
                            () -> tx.model(DOCUMENT)
                                    .where(DOCUMENT.title.eq("a"))
                                    .take(-1)
                                    .findMany());
                    create(tx, "b");
                    return 2;
                },
                0);
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(created);
    }

    @Test
    void upsertAndCreateIfAbsentDoNotSpoilIt() {
        create(orm, "taken");
        boolean created = inTransaction(
                tx -> {
                    boolean first =
                            tx.model(DOCUMENT).where(DOCUMENT.title.eq("taken")).createIfAbsent();
                    tx.model(DOCUMENT)
                            .where(DOCUMENT.title.eq("taken"))
                            .upsert(u -> u.create().update(DOCUMENT.text.set("x")));
                    create(tx, "after");
                    return first;
                },
                false);
        assertThat(created).isFalse();
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(capabilities().supportsTransactions() ? 2 : 1);
    }

    @Test
    void inOrderPromisesNothing() {
        Throwable seen = catchThrowable(() -> orm.inOrder(client -> {
            create(client, "a");
            throw new IllegalStateException("on purpose");
        }));
        assertThat(seen).hasMessage("on purpose");
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.title)).containsExactly("a");
        assertThat(orm.<Integer>inOrder(client -> 7)).isEqualTo(7);
    }
}
