package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Media.ARTICLE;
import static dev.farminglabs.orm.tck.Media.AUTHOR;
import static dev.farminglabs.orm.tck.Media.CHAPTER;
import static dev.farminglabs.orm.tck.Media.CONTENT;
import static dev.farminglabs.orm.tck.Media.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.From;
import dev.farminglabs.orm.Projection;
import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A base and its variants: created together, read as one, removed as one. */
public abstract class VariantContract extends Contract<Media> {

    sealed interface Item permits Text, Clip, Other {}

    @From("article")
    record Text(
            String slug,
            String title,
            String body,
            List<Part> chapters,
            @Nullable Name author) implements Item {}

    @From("video")
    record Clip(String slug, int seconds, @Nullable Name author) implements Item {}

    record Other(String slug, @Nullable Name author) implements Item {}

    record Part(int number) {}

    record Name(String name) {}

    sealed interface Known permits Piece, Film {}

    @From("article")
    record Piece(String id, String code) implements Known {}

    @From("video")
    record Film(String id, String title) implements Known {}

    record Shelf(String name, List<Item> contents) {}

    record WholeArticle(String id, String title, String code, String body, Instant updatedAt) {}

    record NewArticle(String slug, String title, String authorId, String code, String body) {}

    record NewVideo(@Nullable String id, String slug, String title, int seconds) {}

    private String author;

    protected VariantContract() {
        super(new Media());
    }

    @BeforeEach
    void oneOfEach() {
        author = orm.model(AUTHOR).create(AUTHOR.name.set("ann")).get(AUTHOR.id);
        orm.model(ARTICLE).create(new NewArticle("a", "A", author, "c1", "text"));
        orm.model(VIDEO)
                .create(
                        VIDEO.content.set(CONTENT.slug.set("b"), CONTENT.title.set("B"), CONTENT.authorId.set(author)),
                        VIDEO.seconds.set(90));
        orm.model(CONTENT).create(CONTENT.slug.set("c"), CONTENT.title.set("C"), CONTENT.authorId.set(author));
        orm.model(CHAPTER).create(CHAPTER.articleId.set(id("a")), CHAPTER.number.set(1));
    }

    private Projection<Media.Content, Item> items() {
        return orm.model(CONTENT).variants(Item.class);
    }

    private Projection<Media.Content, Known> known() {
        return orm.model(CONTENT).variants(Known.class);
    }

    private String id(String slug) {
        return orm.model(CONTENT)
                .where(CONTENT.slug.eq(slug))
                .findUnique()
                .orElseThrow()
                .get(CONTENT.id);
    }

    private static final List<Item> ALL = List.of(
            new Text("a", "A", "text", List.of(new Part(1)), new Name("ann")),
            new Clip("b", 90, new Name("ann")),
            new Other("c", new Name("ann")));

    @Test
    void bothHalvesHaveOneId() {
        assertThat(orm.model(ARTICLE).findValues(ARTICLE.id)).containsExactly(id("a"));
        assertThat(orm.model(VIDEO).findValues(VIDEO.id)).containsExactly(id("b"));
        assertThat(orm.model(CONTENT).count()).isEqualTo(3);
    }

    /** The mark is in the base, and so is what follows it. */
    @Test
    void aMarkedBaseLetsGoOfItsOwnKeysAndNotOfThoseOfItsVariant() {
        assertThat(orm.model(CONTENT).where(CONTENT.slug.eq("a")).delete()).isTrue();
        assertThat(failure(
                                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                                () -> orm.model(ARTICLE).create(new NewArticle("a", "A", author, "c1", "text")))
                        .fields())
                .containsExactly("code");
        assertThat(orm.model(CONTENT).where(CONTENT.slug.eq("a")).exists()).isFalse();
        orm.model(ARTICLE).create(new NewArticle("a", "A", author, "c2", "text"));
        assertThat(orm.model(CONTENT).where(CONTENT.slug.eq("a")).exists()).isTrue();
    }

    @Test
    void aSealedInterfaceReadsEachAsWhatItIs() {
        assertThat(orm.model(CONTENT).orderBy(CONTENT.slug.asc()).findMany(items()))
                .isEqualTo(ALL);
        assertThat(orm.model(CONTENT).where(CONTENT.slug.eq("b")).findUnique(items()))
                .contains(ALL.get(1));
        assertThat(orm.model(CONTENT).orderBy(CONTENT.slug.desc()).findFirst(items()))
                .contains(ALL.get(2));
        assertThat(orm.model(CONTENT)
                        .orderBy(CONTENT.slug.asc())
                        .findPage(items(), Cursor.first(2))
                        .items())
                .isEqualTo(ALL.subList(0, 2));
        try (var items = orm.model(CONTENT).orderBy(CONTENT.slug.asc()).stream(items())) {
            assertThat(items.toList()).isEqualTo(ALL);
        }
    }

    @Test
    void insideAnotherRecordToo() {
        assertThat(orm.model(AUTHOR)
                        .findFirst(orm.model(AUTHOR)
                                .projection(Shelf.class)
                                .with(AUTHOR.contents, items -> items.orderBy(CONTENT.slug.asc()))))
                .contains(new Shelf("ann", ALL));
    }

    @Test
    void aRecordOfNoPermittedVariantIsAnErrorAndNotLeftOut() {
        var error = failure(
                OrmErrorCode.INVALID_PROJECTION, () -> orm.model(CONTENT).findMany(known()));
        assertThat(message(error)).contains("content", "Known").doesNotContain("ann");
        assertThat(orm.model(CONTENT)
                        .where(CONTENT.article.isNotEmpty().or(CONTENT.video.isNotEmpty()))
                        .orderBy(CONTENT.slug.asc())
                        .findMany(known()))
                .containsExactly(new Piece(id("a"), "c1"), new Film(id("b"), "B"));
    }

    sealed interface Wrong permits Unknown, Twice, Again {}

    @From("author")
    record Unknown(String slug) implements Wrong {}

    record Twice(String slug) implements Wrong {}

    record Again(String sulg) implements Wrong {}

    @Test
    void aHierarchyIsCheckedAsAWhole() {
        var error = failure(
                OrmErrorCode.INVALID_PROJECTION, () -> orm.model(CONTENT).variants(Wrong.class));
        assertThat(message(error))
                .contains("@From(\"author\")", "Twice", "Again", "sulg")
                .contains("Did you mean slug");
        error = failure(OrmErrorCode.INVALID_PROJECTION, () -> orm.model(AUTHOR).variants(Known.class));
        assertThat(message(error)).contains("@From(\"article\")");
    }

    @Test
    void aVariantShowsWhatItsBaseHas() {
        clock.advance(Duration.ofSeconds(1));
        orm.model(CONTENT).where(CONTENT.slug.eq("a")).update(CONTENT.title.set("A2"));
        assertThat(orm.model(ARTICLE).where(ARTICLE.code.eq("c1")).findUnique(WholeArticle.class))
                .contains(new WholeArticle(id("a"), "A2", "c1", "text", START_STORED));
        assertThat(orm.model(ARTICLE)
                        .where(ARTICLE.content.is(CONTENT.title.eq("A2")))
                        .count())
                .isEqualTo(1);
        assertThat(orm.model(CONTENT)
                        .where(CONTENT.video.is(VIDEO.seconds.gt(60)))
                        .findValues(CONTENT.slug))
                .containsExactly("b");
    }

    @Test
    void createShowsWhatIsStored() {
        WholeArticle made =
                orm.model(ARTICLE).create(WholeArticle.class, new NewArticle("d", "D", author, "c2", "more"));
        assertThat(made).isEqualTo(new WholeArticle(id("d"), "D", "c2", "more", START_STORED));
        Row row = orm.model(ARTICLE).create(new NewArticle("e", "E", author, "c3", "x"));
        assertThat(row.get(ARTICLE.id)).isEqualTo(id("e"));
    }

    @Test
    void manyAreCreatedWithTheirBases() {
        assertThat(orm.model(ARTICLE)
                        .createMany(List.of(
                                new NewArticle("d", "D", author, "c2", "x"),
                                new NewArticle("e", "E", author, "c3", "y"))))
                .isEqualTo(2);
        assertThat(orm.model(CONTENT).where(CONTENT.slug.in("d", "e")).findMany(known()))
                .containsExactlyInAnyOrder(new Piece(id("d"), "c2"), new Piece(id("e"), "c3"));
    }

    @Test
    void aBatchTakesThemToo() {
        orm.batch(batch -> batch.model(ARTICLE).create(new NewArticle("d", "D", author, "c2", "x")));
        assertThat(orm.model(CONTENT).where(CONTENT.slug.eq("d")).findUnique(known()))
                .contains(new Piece(id("d"), "c2"));
    }

    @Test
    void halfARecordIsNeverLeft() {
        failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(ARTICLE).create(new NewArticle("d", "D", author, "c1", "x")));
        failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(ARTICLE).create(new NewArticle("a", "D", author, "c9", "x")));
        failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(ARTICLE)
                        .createMany(List.of(
                                new NewArticle("d", "D", author, "c2", "x"),
                                new NewArticle("e", "E", author, "c1", "x"))));
        assertThat(orm.model(CONTENT).count()).isEqualTo(3);
        assertThat(orm.model(ARTICLE).count()).isEqualTo(1);
    }

    @Test
    void bothHalvesAreCheckedBeforeAnythingIsSent() {
        var error = failure(
                OrmErrorCode.NOT_NULL_VIOLATION,
                () -> orm.model(VIDEO).create(VIDEO.content.set(CONTENT.slug.set("d"), CONTENT.title.set("D"))));
        assertThat(error.fields()).containsExactly("seconds");
        error = failure(OrmErrorCode.NOT_NULL_VIOLATION, () -> orm.model(VIDEO).create(VIDEO.seconds.set(1)));
        assertThat(error.fields()).containsExactly("slug", "title");
        assertThat(orm.model(CONTENT).count()).isEqualTo(3);
    }

    @Test
    void aGivenIdIsThatOfBoth() {
        orm.model(VIDEO).create(new NewVideo("given", "d", "D", 1));
        assertThat(orm.model(CONTENT).where(CONTENT.id.eq("given")).findUnique(known()))
                .contains(new Film("given", "D"));
    }

    @Test
    void updatesAreOfOneHalf() {
        assertThat(orm.model(ARTICLE).where(ARTICLE.code.eq("c1")).update(ARTICLE.body.set("new")))
                .isTrue();
        assertThat(orm.model(ARTICLE).findValues(ARTICLE.body)).containsExactly("new");
        refused(
                "content",
                () -> orm.model(ARTICLE)
                        .where(ARTICLE.code.eq("c1"))
                        .update(ARTICLE.content.set(CONTENT.title.set("x"))));
    }

    @Test
    void halfARecordIsNotRemovedAndNotConjuredUp() {
        List<ThrowingCallable> calls = List.of(
                () -> orm.model(ARTICLE).where(ARTICLE.code.eq("c1")).delete(),
                () -> orm.model(ARTICLE).all().deleteMany(),
                () -> orm.model(ARTICLE).all().purge(),
                () -> orm.model(ARTICLE).where(ARTICLE.code.eq("c2")).createIfAbsent(ARTICLE.body.set("x")),
                () -> orm.model(ARTICLE).where(ARTICLE.code.eq("c2")).upsert(u -> u.create(ARTICLE.body.set("x"))));
        for (ThrowingCallable call : calls) {
            refused("content", call);
        }
    }

    @Test
    void aMarkedBaseTakesItsVariantOutOfSight() {
        assertThat(orm.model(CONTENT).where(CONTENT.slug.eq("a")).delete()).isTrue();
        assertThat(orm.model(ARTICLE).count()).isZero();
        assertThat(orm.model(ARTICLE).findMany(WholeArticle.class)).isEmpty();
        assertThat(orm.model(ARTICLE).where(ARTICLE.code.eq("c1")).exists()).isFalse();
        assertThat(orm.model(ARTICLE).all().updateMany(ARTICLE.body.set("x"))).isZero();
        assertThat(orm.model(ARTICLE).withDeleted().count()).isEqualTo(1);
        assertThat(orm.model(CONTENT).withDeleted().where(CONTENT.slug.eq("a")).findFirst(items()))
                .contains(ALL.get(0));
        assertThat(orm.model(VIDEO).count()).isEqualTo(1);
    }

    @Test
    void aRemovedBaseTakesItsVariantAlong() {
        assertThat(orm.model(CONTENT).where(CONTENT.slug.eq("a")).purge()).isEqualTo(1);
        assertThat(orm.model(ARTICLE).withDeleted().count()).isZero();
        assertThat(orm.model(CHAPTER).count()).isZero();
        assertThat(orm.model(AUTHOR).where(AUTHOR.id.eq(author)).delete()).isTrue();
        assertThat(orm.model(CONTENT).withDeleted().count()).isZero();
        assertThat(orm.model(VIDEO).withDeleted().count()).isZero();
    }

    @Test
    void sharedFieldsOfAnAbstractModelAreEachModelsOwn() {
        clock.advance(Duration.ofSeconds(5));
        orm.model(CONTENT).where(CONTENT.slug.eq("b")).update(CONTENT.title.set("B2"));
        Row row = orm.model(CONTENT).where(CONTENT.slug.eq("b")).findUnique().orElseThrow();
        assertThat(row.get(CONTENT.createdAt)).isEqualTo(START_STORED);
        assertThat(row.get(CONTENT.updatedAt)).isEqualTo(START_STORED.plusSeconds(5));
        assertThat(orm.model(CONTENT).where(CONTENT.slug.ne("b")).findValues(CONTENT.updatedAt))
                .containsOnly(START_STORED);
        assertThat(orm.model(AUTHOR).findValues(AUTHOR.updatedAt)).containsExactly(START_STORED);
    }
}
