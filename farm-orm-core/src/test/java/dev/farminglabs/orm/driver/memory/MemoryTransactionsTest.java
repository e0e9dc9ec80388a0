package dev.farminglabs.orm.driver.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.Naming;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.driver.Ability;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryTransactionsTest {

    private final MemoryDriver driver = new MemoryDriver();
    private final SchemaDefinition schema = new Library().definition(PhysicalNaming.DEFAULT);
    private final DriverSession session = driver.session(schema);
    private final Shelf tags = Shelf.of(session, "tag");
    private final Shelf books = Shelf.of(session, "book");
    private final Shelf authors = Shelf.of(session, "author");
    private final ExecutorService others = Executors.newFixedThreadPool(8);

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void keepsEverythingOrNothing() {
        assertThat(session.transaction(() -> {
                    tags.create("id", "x", "name", "X");
                    return tags.values("id").size();
                }))
                .isEqualTo(1);
        assertThatThrownBy(() -> session.transaction(() -> {
                    tags.create("id", "y", "name", "Y");
                    authors.create("id", "a", "email", "a", "level", "LOW");
                    books.create("id", "1", "title", "T", "authorId", "a");
                    tags.update(t -> t.eq("id", "x"), t -> t.set("name", "other"));
                    tags.delete(t -> t.eq("id", "x"));
                    assertThat(tags.values("name")).containsExactly("Y");
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertThat(tags.values("name")).containsExactly("X");
        assertThat(tags.values("name", t -> t.eq("id", "x"))).containsExactly("X");
        assertThat(authors.values("id")).isEmpty();
        assertThat(books.values("id")).isEmpty();
        authors.create("id", "a", "email", "a", "level", "LOW");
    }

    @Test
    void rollsBackOnErrorsToo() {
        assertThatThrownBy(() -> session.transaction(() -> {
                    tags.create("id", "x", "name", "X");
                    throw new AssertionError();
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(tags.values("id")).isEmpty();
    }

    @Test
    void aFailedWriteEndsItAndConcernsNoOther() {
        assertThatThrownBy(() -> session.transaction(() -> {
                    tags.create("id", "x", "name", "X");
                    assertThatThrownBy(() -> tags.create("id", "x", "name", "again"))
                            .isInstanceOf(OrmError.class);
                    return 0;
                }))
                .isInstanceOf(OrmError.class);
        session.transaction(() -> tags.create("id", "y", "name", "Y"));
        assertThat(tags.values("name")).containsExactly("Y");
    }

    @Test
    void joinsWhatIsUnderWay() {
        assertThatThrownBy(() -> session.transaction(() -> {
                    driver.session(schema).transaction(() -> tags.create("id", "x", "name", "X"));
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);
        assertThat(tags.values("id")).isEmpty();
    }

    @Test
    void aFailedInnerTransactionUndoesTheOuter() {
        assertThatThrownBy(() -> session.transaction(() -> {
                    tags.create("id", "x", "name", "X");
                    assertThatThrownBy(() -> session.transaction(() -> {
                                throw new Stop();
                            }))
                            .isInstanceOf(Stop.class);
                    return 0;
                }))
                .isInstanceOf(OrmError.class)
                .hasMessageContaining("rolled back");
        assertThat(tags.values("id")).isEmpty();
        session.transaction(() -> tags.create("id", "x", "name", "X"));
        assertThat(tags.values("id")).containsExactly("x");
    }

    @Test
    void othersWaitAndSeeNothingHalfDone() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<?> writer = others.submit(() -> session.transaction(() -> {
            tags.create("id", "x", "name", "X");
            inside.countDown();
            await(go);
            tags.create("id", "y", "name", "Y");
            return 0;
        }));
        inside.await();
        Future<List<Object>> reader = others.submit(() -> tags.values("id"));
        assertThatThrownBy(() -> reader.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        go.countDown();
        writer.get();

        assertThat(reader.get()).containsExactly("x", "y");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInterruptedWaitIsALockNotToBeHad() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<?> holder = others.submit(() -> session.transaction(() -> {
            inside.countDown();
            await(go);
            return 0;
        }));
        inside.await();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> tags.values("id"))
                .isInstanceOfSatisfying(
                        OrmError.class, error -> assertThat(error.code()).isEqualTo(OrmErrorCode.LOCK_TIMEOUT));
        assertThat(Thread.interrupted()).isTrue();
        go.countDown();
        holder.get();
    }

    @Test
    void guardedCountersAreExactUnderARace() throws Exception {
        authors.create("id", "a", "email", "a", "level", "LOW", "visits", 100);
        List<Future<Integer>> workers = new ArrayList<>();
        for (int worker = 0; worker < 8; worker++) {
            workers.add(others.submit(() -> {
                int granted = 0;
                for (int i = 0; i < 50; i++) {
                    granted += (int) authors.update(
                                    a -> Predicate.and(a.eq("id", "a"), a.compare("visits", Comparison.GREATER, 0)),
                                    a -> a.add("visits", -1))
                            .count();
                }
                return granted;
            }));
        }
        int granted = 0;
        for (Future<Integer> worker : workers) {
            granted += worker.get();
        }
        assertThat(granted).isEqualTo(100);
        assertThat(authors.values("visits")).containsExactly(0);
    }

    @Test
    void oneCreatorWins() throws Exception {
        List<Future<Long>> workers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            workers.add(others.submit(() -> {
                Operation create = tags.operation();
                return session.write(
                                new Write.Create(
                                        tags.model(), create.settings("id", "x", "name", "X"), true, List.of()),
                                create.arguments())
                        .count();
            }));
        }
        long created = 0;
        for (Future<Long> worker : workers) {
            created += worker.get();
        }
        assertThat(created).isEqualTo(1);
    }

    // --------------------------------------------------------------------------------------------- the store itself

    @Test
    void namesDecideWhoShares() {
        tags.create("id", "x", "name", "X");
        PhysicalNaming prefixed = new PhysicalNaming(Naming.SNAKE_CASE, "other_", null);

        assertThat(Shelf.of(driver.session(new Library().definition(PhysicalNaming.DEFAULT)), "tag")
                        .values("id"))
                .containsExactly("x");
        assertThat(Shelf.of(driver.session(new Library().definition(prefixed)), "tag")
                        .values("id"))
                .isEmpty();
        assertThat(Shelf.of(new MemoryDriver().session(schema), "tag").values("id"))
                .isEmpty();
    }

    /** The same columns in another class. */
    private static final class Tag extends Model<Tag> {
        public final IdField<String> id = id();
        public final StringField name = string();

        Tag() {}
    }

    /** Other columns under the same name. */
    private static final class Other extends Model<Other> {
        public final IdField<String> id = id();

        Other() {
            super("tag");
        }
    }

    @Test
    void aTableHasOneShape() {
        tags.create("id", "x", "name", "X");
        SchemaDefinition same = Schema.of("same", new Tag()).definition(PhysicalNaming.DEFAULT);
        assertThat(new Shelf(driver.session(same), same.models().get(0)).values("name"))
                .containsExactly("X");

        SchemaDefinition other = Schema.of("other", new Other()).definition(PhysicalNaming.DEFAULT);
        assertThatThrownBy(() -> driver.session(other)).hasMessageContaining("Table tag");
    }

    @Test
    void refusesANamespace() {
        SchemaDefinition there = new Library().definition(new PhysicalNaming(Naming.SNAKE_CASE, "", "somewhere"));
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(() -> driver.session(there), () -> driver.setup(there))) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            OrmError.class, error -> assertThat(error.code()).isEqualTo(OrmErrorCode.UNSUPPORTED))
                    .hasMessageContaining("NAMESPACES");
        }
    }

    @Test
    void saysWhatItCan() {
        assertThat(driver.store()).isEqualTo("memory");
        assertThat(driver.capabilities().store()).isEqualTo("memory");
        for (Ability ability : Ability.values()) {
            assertThat(driver.capabilities().has(ability)).isEqualTo(ability != Ability.NAMESPACES);
        }
        assertThat(driver.setup(schema).missing()).isEmpty();
        assertThat(driver.setup(schema).differences()).isEmpty();
        driver.setup(schema).apply(List.of());
        assertThat(driver.setup(schema).<Integer>exclusively(() -> 1)).isEqualTo(1);
    }
}
