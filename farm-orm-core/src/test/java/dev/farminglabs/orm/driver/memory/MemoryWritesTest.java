package dev.farminglabs.orm.driver.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.driver.WriteCall;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.operation.Change;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Write;
import dev.farminglabs.orm.operation.Written;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryWritesTest {

    private final DriverSession session = new MemoryDriver().session(new Library().definition(PhysicalNaming.DEFAULT));
    private final Shelf authors = Shelf.of(session, "author");
    private final Shelf profiles = Shelf.of(session, "profile");
    private final Shelf books = Shelf.of(session, "book");
    private final Shelf nodes = Shelf.of(session, "node");

    @BeforeEach
    void twoAuthors() {
        author("ann", "ann@x");
        author("bob", "bob@x");
    }

    private Written author(String id, String email) {
        return authors.create("id", id, "email", email, "level", "LOW");
    }

    static void fails(OrmErrorCode code, String model, List<String> fields, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(OrmError.class, error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.model()).isEqualTo(model);
            assertThat(error.fields()).isEqualTo(fields);
            assertThat(error.store()).isEqualTo("memory");
        });
    }

    // ------------------------------------------------------------------------------------------------ creating

    @Test
    void createReturnsWhatIsStored() {
        Written written = authors.create(
                "id", "cid", "email", "c@x", "level", "HIGH", "balance", new BigDecimal("9.50"), "visits", 3);

        assertThat(written.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(written.count()).isEqualTo(1);
        assertThat(written.rows().get(0))
                .containsExactly("cid", "c@x", null, "HIGH", new BigDecimal("9.5"), 3, null, null, null);
    }

    @Test
    void decimalsLoseTrailingZerosAndNothingElse() {
        assertThat(authors.create("id", "c", "email", "c", "level", "LOW", "balance", new BigDecimal("100.00"))
                        .rows()
                        .get(0)[4])
                .isEqualTo(new BigDecimal("100"));
    }

    @Test
    void everyKeyIsUnique() {
        fails(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, "author", List.of("id"), () -> author("ann", "new"));
        fails(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, "author", List.of("email"), () -> author("new", "ann@x"));
        books.create("id", "1", "title", "T", "authorId", "ann");
        fails(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                "book",
                List.of("authorId", "title"),
                () -> books.create("id", "2", "title", "T", "authorId", "ann"));
        books.create("id", "2", "title", "T", "authorId", "bob");
        books.create("id", "3", "title", "t", "authorId", "ann");
    }

    @Test
    void uniqueIfPresentLeavesRecordsWithoutAValueOut() {
        assertThat(authors.values("nickname")).containsExactly(null, null);
        authors.create("id", "c", "email", "c", "level", "LOW", "nickname", "cc");
        fails(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                "author",
                List.of("nickname"),
                () -> authors.create("id", "d", "email", "d", "level", "LOW", "nickname", "cc"));
    }

    @Test
    void requiredFieldsHaveAValue() {
        fails(OrmErrorCode.NOT_NULL_VIOLATION, "author", List.of("email"), () -> authors.create("id", "c"));
        fails(
                OrmErrorCode.NOT_NULL_VIOLATION,
                "author",
                List.of("level"),
                () -> authors.update(a -> a.eq("id", "ann"), a -> a.set("level", null)));
    }

    @Test
    void valuesFitTheirFields() {
        fails(
                OrmErrorCode.CHECK_VIOLATION,
                "author",
                List.of("level"),
                () -> authors.create("id", "c", "email", "c", "level", "MIDDLE"));
        for (String tooLarge : List.of("1000", "0.001", "-1000.5", "1E+9")) {
            fails(
                    OrmErrorCode.VALUE_TOO_LARGE,
                    "author",
                    List.of("balance"),
                    () -> authors.update(a -> a.eq("id", "ann"), a -> a.set("balance", new BigDecimal(tooLarge))));
        }
        for (String fits : List.of("999.99", "-999.99", "0.010", "0E-20")) {
            authors.update(a -> a.eq("id", "ann"), a -> a.set("balance", new BigDecimal(fits)));
        }
        fails(
                OrmErrorCode.VALUE_TOO_LARGE,
                "profile",
                List.of("bio"),
                () -> profiles.create("id", "1", "authorId", "ann", "bio", "sixsix"));
        String fiveCodePoints = "\uD83D\uDE00".repeat(5);
        profiles.create("id", "1", "authorId", "ann", "bio", fiveCodePoints);
    }

    @Test
    void numbersAreMadeAboveEveryNumberGiven() {
        assertThat(nodes.create().rows().get(0)[0]).isEqualTo(1L);
        nodes.create("id", 10L);
        assertThat(nodes.create().rows().get(0)[0]).isEqualTo(11L);
        nodes.delete(n -> n.eq("id", 11L));
        assertThat(nodes.create().rows().get(0)[0]).isEqualTo(12L);
        nodes.create("id", Long.MAX_VALUE);
        fails(OrmErrorCode.VALUE_TOO_LARGE, "node", List.of("id"), nodes::create);
    }

    @Test
    void skipDuplicateMeansNothingHappens() {
        Operation create = authors.operation();
        Written written = session.write(
                new Write.Create(
                        authors.model(),
                        create.settings("id", "new", "email", "ann@x", "level", "LOW"),
                        true,
                        List.of()),
                create.arguments());

        assertThat(written).isEqualTo(Written.NOTHING);
        assertThat(authors.values("id")).containsExactly("ann", "bob");
    }

    private Written createMany(List<String> ids, List<@Nullable String> emails) {
        Operation many = authors.operation();
        return session.write(
                new Write.CreateMany(
                        authors.model(), many.settings("id", ids, "email", emails, "level", List.of("LOW", "LOW"))),
                many.arguments());
    }

    @Test
    void createManyIsAllOrNothing() {
        assertThat(createMany(List.of("c", "d"), List.of("c", "d")).count()).isEqualTo(2);
        fails(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                "author",
                List.of("email"),
                () -> createMany(List.of("e", "f"), List.of("e", "e")));
        fails(
                OrmErrorCode.NOT_NULL_VIOLATION,
                "author",
                List.of("email"),
                () -> createMany(List.of("e", "f"), Arrays.asList("e", null)));
        assertThat(authors.values("id")).containsExactly("ann", "bob", "c", "d");
        assertThat(createMany(List.of("e", "f"), List.of("e", "f")).count()).isEqualTo(2);
    }

    @Test
    void recordsOfOneCreateManyMayPointAtEachOther() {
        Operation many = nodes.operation();
        session.write(
                new Write.CreateMany(nodes.model(), many.settings("id", List.of(1L, 2L), "parentId", List.of(2L, 1L))),
                many.arguments());

        assertThat(nodes.values("id")).containsExactly(1L, 2L);
    }

    // ------------------------------------------------------------------------------------------------ updating

    @Test
    void updateCountsWhatItMatched() {
        Written written = authors.update(a -> Predicate.every(), a -> a.set("level", "LOW"));

        assertThat(written.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(written.count()).isEqualTo(2);
        assertThat(written.rows()).hasSize(2);
        assertThat(authors.update(a -> a.eq("id", "nobody"), a -> a.set("level", "LOW")))
                .isEqualTo(Written.NOTHING);
    }

    @Test
    void aFailingUpdateChangesNothing() {
        fails(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                "author",
                List.of("email"),
                () -> authors.update(a -> Predicate.every(), a -> a.set("email", "same")));

        assertThat(authors.values("email")).containsExactly("ann@x", "bob@x");
        fails(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, "author", List.of("email"), () -> author("c", "bob@x"));
        author("c", "same");
    }

    @Test
    void keysMayMoveWithinOneUpdate() {
        nodes.create("id", 1L);
        nodes.create("id", 2L);
        nodes.update(n -> Predicate.every(), n -> n.add("id", 1L));

        assertThat(nodes.values("id")).containsExactly(2L, 3L);
    }

    @Test
    void addKeepsNullAndRefusesOverflow() {
        assertThat(authors.update(a -> a.eq("id", "ann"), a -> a.add("visits", 1))
                        .rows()
                        .get(0)[5])
                .isNull();
        authors.update(a -> a.eq("id", "ann"), a -> a.set("visits", Integer.MAX_VALUE));
        authors.update(a -> a.eq("id", "ann"), a -> a.set("total", Long.MIN_VALUE));
        authors.update(a -> a.eq("id", "ann"), a -> a.set("balance", new BigDecimal("999.98")));
        authors.update(a -> a.eq("id", "ann"), a -> a.add("balance", new BigDecimal("0.010")));

        fails(OrmErrorCode.VALUE_TOO_LARGE, "author", List.of("visits"), () -> add("visits", 1));
        fails(OrmErrorCode.VALUE_TOO_LARGE, "author", List.of("total"), () -> add("total", -1L));
        fails(OrmErrorCode.VALUE_TOO_LARGE, "author", List.of("balance"), () -> add("balance", new BigDecimal("0.01")));
        assertThat(authors.values("visits", a -> a.eq("id", "ann"))).containsExactly(Integer.MAX_VALUE);
    }

    private void add(String field, Object value) {
        authors.update(a -> a.eq("id", "ann"), a -> a.add(field, value));
    }

    // ------------------------------------------------------------------------------------------------- upserting

    private Written upsert(String id, String email, @Nullable String expiredLevel, int visits, Change... changes) {
        Operation upsert = authors.operation();
        List<Change> bound = Arrays.stream(changes)
                .map(change -> upsert.set(change.field().name(), "HIGH"))
                .toList();
        return session.write(
                new Write.Upsert(
                        authors.model(),
                        upsert.key("email"),
                        upsert.settings("id", id, "email", email, "level", "LOW", "visits", visits),
                        bound,
                        upsert.eq("level", "LOW"),
                        expiredLevel == null ? null : upsert.eq("level", expiredLevel),
                        upsert.fields("id", "level", "visits")),
                upsert.arguments());
    }

    private final Change toHigh = new Operation(authors.model()).set("level", "HIGH");

    @Test
    void upsertCreatesThenChangesThenRefuses() {
        Written created = upsert("c", "c", null, 1, toHigh);
        assertThat(created.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(created.rows().get(0)).containsExactly("c", "LOW", 1);

        Written changed = upsert("other", "c", null, 2, toHigh);
        assertThat(changed.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(changed.rows().get(0)).containsExactly("c", "HIGH", 1);

        assertThat(upsert("other", "c", null, 3, toHigh)).isEqualTo(Written.NOTHING);
    }

    @Test
    void upsertWithoutChangesGivesTheStoredRecord() {
        Written written = upsert("other", "ann@x", null, 9);

        assertThat(written.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(written.count()).isEqualTo(1);
        assertThat(written.rows().get(0)).containsExactly("ann", "LOW", null);
    }

    @Test
    void anExpiredRecordIsReplacedAsIfAbsent() {
        authors.update(a -> a.eq("id", "ann"), a -> a.set("nickname", "annie"));
        Written written = upsert("fresh", "ann@x", "LOW", 7, toHigh);

        assertThat(written.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(written.rows().get(0)).containsExactly("fresh", "LOW", 7);
        assertThat(authors.values("nickname", a -> a.eq("email", "ann@x"))).containsExactly((Object) null);
        assertThat(authors.values("id")).containsExactly("bob", "fresh");
    }

    @Test
    void upsertRefusesACollisionOnAnotherKey() {
        fails(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, "author", List.of("id"), () -> upsert("bob", "new", null, 1));
        fails(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                "author",
                List.of("id"),
                () -> upsert("bob", "ann@x", "LOW", 1));
        assertThat(authors.values("email")).containsExactly("ann@x", "bob@x");
    }

    // ----------------------------------------------------------------------------------------------------- batch

    @Test
    void aBatchStopsAtTheFirstFailureAndKeepsWhatCameBefore() {
        WriteCall first = creating("c", "c");
        WriteCall second = creating("d", "c");
        WriteCall third = creating("e", "e");
        List<Written> done = new ArrayList<>();

        fails(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                "author",
                List.of("email"),
                () -> session.batch(List.of(first, second, third), done::add));
        assertThat(authors.values("id")).containsExactly("ann", "bob", "c");
        assertThat(done).hasSize(1);
    }

    private WriteCall creating(String id, String email) {
        Operation create = authors.operation();
        return new WriteCall(
                new Write.Create(
                        authors.model(), create.settings("id", id, "email", email, "level", "LOW"), false, List.of()),
                create.arguments());
    }
}
