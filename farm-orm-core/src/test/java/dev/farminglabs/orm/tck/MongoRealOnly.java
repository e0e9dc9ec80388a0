package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import com.mongodb.client.model.CreateCollectionOptions;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.driver.mongo.MongoDriver;
import dev.farminglabs.orm.driver.mongo.MongoOptions;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.setup.Setup;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One test for each hole of the stand-in, by its name. {@link MongoRealOnlyTest} runs them where a real server is. */
class MongoRealOnly {

    private static final int MEGABYTE = 1 << 20;

    /** With everything a server has a rule for. */
    static final class Shelf extends Model<Shelf> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final StringField room = string().nullable();
        public final StringField wall = string().nullable();
        public final DateTimeField keptUntil = datetime().nullable().expires();

        public final HasMany<Book> books = hasMany(() -> BOOK.shelfId);
        public final Unique2<String, String> place = uniqueIfPresent(room, wall);
    }

    /** As large as its text. */
    static final class Book extends Model<Book> {
        public final IdField<String> id = id();
        public final StringField shelfId = string().references(() -> SHELF.id);
        public final StringField text = string();
    }

    private static final Shelf SHELF = new Shelf();
    private static final Book BOOK = new Book();

    record BookView(String text) {}

    record ShelfView(String name, List<BookView> books) {}

    private final String name = "real_" + UUID.randomUUID().toString().substring(0, 8);
    private final MongoDatabase database = MongoFixture.client().getDatabase(name);
    private final MongoCollection<Document> shelves = database.getCollection("shelf");
    private final Schema schema = Schema.of("library", SHELF, BOOK);
    private final MongoDriver driver = new MongoDriver(MongoFixture.client(), name);

    @AfterEach
    void drop() {
        database.drop();
    }

    private OrmClient<Schema> orm() {
        return FarmOrm.bootstrap(schema, driver);
    }

    private static void shelf(OrmClient<Schema> orm, String name) {
        orm.model(SHELF).create(SHELF.id.set(name), SHELF.name.set(name));
    }

    @Test
    @DisplayName(MongoFixture.PARTIAL)
    void nullsDoNotCollideAndValuesDo() {
        OrmClient<Schema> orm = orm();
        for (String half : List.of("a", "b")) {
            orm.model(SHELF).create(SHELF.name.set(half), SHELF.room.set("r"));
        }
        orm.model(SHELF).create(SHELF.name.set("c"), SHELF.room.set("r"), SHELF.wall.set("w"));
        Throwable thrown = catchThrowable(
                () -> orm.model(SHELF).create(SHELF.name.set("d"), SHELF.room.set("r"), SHELF.wall.set("w")));
        assertThat(OrmError.in(thrown).orElseThrow().violates(SHELF.place)).isTrue();
    }

    @Test
    @DisplayName(MongoFixture.TEXT)
    void textIsOrderedByCodePoint() {
        OrmClient<Schema> orm = orm();
        List<String> ordered = List.of("a", "\uFFFD", "\uD83D\uDE00");
        ordered.forEach(text -> shelf(orm, text));
        assertThat(orm.model(SHELF).orderBy(SHELF.name.asc()).findValues(SHELF.name))
                .isEqualTo(ordered);
    }

    @Test
    @DisplayName(MongoFixture.TRANSACTIONS)
    void whatAnAbortedTransactionDidIsUndone() {
        OrmClient<Schema> orm = orm();
        Throwable thrown = catchThrowable(() -> orm.<Integer>transaction(tx -> {
            shelf(tx, "gone");
            throw new IllegalStateException("stop");
        }));
        assertThat(thrown).hasMessage("stop");
        assertThat(orm.model(SHELF).count()).isZero();
    }

    @Test
    @DisplayName(MongoFixture.COLLATIONS)
    void aCollectionWithACollationIsDriftThatBreaks() {
        Collation loose = Collation.builder()
                .locale("en")
                .collationStrength(CollationStrength.SECONDARY)
                .build();
        database.createCollection("shelf", new CreateCollectionOptions().collation(loose));
        assertThat(Setup.of(schema, driver).drift())
                .anyMatch(difference ->
                        difference.breaking() && difference.found().equals("a collation"));
    }

    @Test
    @DisplayName(MongoFixture.VALIDATORS)
    void validatorsRefuseWhatNoModelAllows() {
        MongoDriver checking = driver.with(MongoOptions.DEFAULT.withValidators(true));
        OrmClient<Schema> orm = FarmOrm.bootstrap(schema, checking);
        shelf(orm, "good");
        Throwable thrown = catchThrowable(() -> shelves.insertOne(new Document("_id", "bad").append("name", 7)));
        assertThat(((MongoException) thrown).getCode()).isEqualTo(121);
        assertThat(Setup.of(schema, checking).drift()).isEmpty();
    }

    @Test
    @DisplayName(MongoFixture.OUTGROWN)
    void whatDoesNotFitOneDocumentIsReadApart() {
        OrmClient<Schema> orm = orm();
        shelf(orm, "s");
        IntStream.range(0, 20)
                .forEach(i ->
                        orm.model(BOOK).create(BOOK.shelfId.set("s"), BOOK.text.set(("" + i % 10).repeat(MEGABYTE))));
        assertThat(orm.model(SHELF)
                        .where(SHELF.name.eq("s"))
                        .findUnique(ShelfView.class)
                        .orElseThrow()
                        .books())
                .hasSize(20)
                .allMatch(book -> book.text().length() == MEGABYTE);
    }

    @Test
    @DisplayName(MongoFixture.TTL)
    void recordsPastTheirTimeAreRemoved() {
        orm();
        shelves.insertOne(new Document("_id", "old")
                .append("name", "old")
                .append("kept_until", Date.from(Instant.now().minusSeconds(60))));
        await().atMost(Duration.ofMinutes(3)).until(() -> shelves.countDocuments() == 0);
    }

    @Test
    @DisplayName(MongoFixture.EXPLAIN)
    void aUniqueKeyIsLookedUpInItsIndex() {
        shelf(orm(), "s");
        Document find = new Document("find", "shelf").append("filter", new Document("name", new Document("$eq", "s")));
        Document plan = database.runCommand(new Document("explain", find));
        assertThat(plan.toJson()).contains("farm_uq_name").doesNotContain("COLLSCAN");
    }

    @Test
    @DisplayName(MongoFixture.CONFLICTS)
    void theSecondOfTwoTransactionsOnARecordIsToldSo() {
        OrmClient<Schema> orm = orm();
        shelf(orm, "s");
        Throwable thrown = orm.<Throwable>transaction(tx -> {
            move(tx, "first");
            return CompletableFuture.supplyAsync(() -> catchThrowable(() -> orm.<Integer>transaction(other -> {
                        move(other, "second");
                        return 1;
                    })))
                    .join();
        });
        OrmError error = OrmError.in(thrown).orElseThrow();
        assertThat(error.code()).isEqualTo(OrmErrorCode.TRANSACTION_CONFLICT);
        assertThat(error.retry()).isEqualTo(Retry.SAFE);
        assertThat(orm.model(SHELF).findValues(SHELF.room)).containsExactly("first");
    }

    private static void move(OrmClient<Schema> orm, String room) {
        orm.model(SHELF).where(SHELF.name.eq("s")).update(SHELF.room.set(room));
    }
}
