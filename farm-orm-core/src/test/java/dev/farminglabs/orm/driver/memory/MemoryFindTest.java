package dev.farminglabs.orm.driver.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.driver.Operation;
import dev.farminglabs.orm.operation.Aggregate;
import dev.farminglabs.orm.operation.Aggregate.Function;
import dev.farminglabs.orm.operation.Aggregate.Measure;
import dev.farminglabs.orm.operation.Comparison;
import dev.farminglabs.orm.operation.Find;
import dev.farminglabs.orm.operation.Parents;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Selection;
import dev.farminglabs.orm.operation.Sort;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryFindTest {

    private final DriverSession session = new MemoryDriver().session(new Library().definition(PhysicalNaming.DEFAULT));
    private final Shelf authors = Shelf.of(session, "author");
    private final Shelf profiles = Shelf.of(session, "profile");
    private final Shelf books = Shelf.of(session, "book");
    private final Shelf tags = Shelf.of(session, "tag");
    private final Shelf bookTags = Shelf.of(session, "bookTag");
    private final Shelf nodes = Shelf.of(session, "node");

    @BeforeEach
    void records() {
        authors.create("id", "a", "email", "Ann_1%", "level", "LOW", "visits", 1, "balance", new BigDecimal("9.50"));
        authors.create("id", "b", "email", "bob", "level", "HIGH", "visits", 2, "nickname", "b");
        authors.create("id", "c", "email", "cid ", "level", "LOW", "balance", new BigDecimal("10"), "visits", 2);
        profiles.create("id", "pa", "authorId", "a", "bio", "x");
        profiles.create("id", "pb", "authorId", "b");
        books.create("id", "1", "title", "T", "authorId", "a", "editorId", "b");
        books.create("id", "2", "title", "U", "authorId", "a");
        books.create("id", "3", "title", "V", "authorId", "b", "editorId", "a");
        tags.create("id", "x", "name", "X");
        tags.create("id", "y", "name", "Y");
        bookTags.create("bookId", "1", "tagId", "x", "weight", 1);
        bookTags.create("bookId", "1", "tagId", "x", "weight", 2);
        bookTags.create("bookId", "1", "tagId", "y", "weight", 3);
        bookTags.create("bookId", "3", "tagId", "y", "weight", 1);
    }

    private List<@Nullable Object> ids(java.util.function.Function<Operation, Predicate> where) {
        List<@Nullable Object> plain = authors.values("id", where);
        // the complement is the complement, whatever is null
        List<@Nullable Object> rest = authors.values("id", a -> where.apply(a).negate());
        assertThat(plain.size() + rest.size()).isEqualTo(3);
        assertThat(plain.stream().filter(rest::contains)).isEmpty();
        return plain;
    }

    private List<@Nullable Object> ids(String field, Comparison comparison, Object value) {
        return ids(a -> a.compare(field, comparison, value));
    }

    @Test
    void comparesNumbersByValueAndNullNever() {
        assertThat(ids("balance", Comparison.EQUAL, new BigDecimal("9.5000"))).containsExactly("a");
        assertThat(ids("balance", Comparison.GREATER, new BigDecimal("9.5"))).containsExactly("c");
        assertThat(ids("balance", Comparison.GREATER_OR_EQUAL, new BigDecimal("9.5")))
                .containsExactly("a", "c");
        assertThat(ids("balance", Comparison.LESS, new BigDecimal("10.0"))).containsExactly("a");
        assertThat(ids("balance", Comparison.LESS_OR_EQUAL, new BigDecimal("1E+1")))
                .containsExactly("a", "c");
        assertThat(ids(a -> a.in("balance", new BigDecimal("9.500"), new BigDecimal("1"))))
                .containsExactly("a");
        assertThat(ids(a -> a.in("balance"))).isEmpty();
        assertThat(ids(a -> a.isNull("balance"))).containsExactly("b");
        assertThat(ids("joined", Comparison.LESS, Instant.EPOCH)).isEmpty();
    }

    @Test
    void comparesTextExactlyOrWithAsciiLettersFolded() {
        assertThat(ids("email", Comparison.EQUAL, "ann_1%")).isEmpty();
        assertThat(ids("email", Comparison.EQUAL, "cid")).isEmpty();
        assertThat(ids("email", Comparison.CONTAINS, "_1%")).containsExactly("a");
        assertThat(ids("email", Comparison.CONTAINS, "%")).containsExactly("a");
        assertThat(ids("email", Comparison.STARTS_WITH, "A")).containsExactly("a");
        assertThat(ids("email", Comparison.ENDS_WITH, " ")).containsExactly("c");
        assertThat(ids("email", Comparison.EQUAL_IGNORE_CASE, "aNN_1%")).containsExactly("a");
        assertThat(ids("email", Comparison.CONTAINS_IGNORE_CASE, "NN")).containsExactly("a");
        assertThat(ids("email", Comparison.STARTS_WITH_IGNORE_CASE, "an")).containsExactly("a");
        assertThat(ids("email", Comparison.ENDS_WITH_IGNORE_CASE, "OB")).containsExactly("b");
        authors.update(a -> a.eq("id", "a"), a -> a.set("email", "\u00c4\u0130\u212a"));
        assertThat(ids("email", Comparison.EQUAL_IGNORE_CASE, "\u00e4i\u006b")).isEmpty();
        assertThat(ids("email", Comparison.EQUAL_IGNORE_CASE, "\u00c4\u0130\u212a"))
                .containsExactly("a");
    }

    @Test
    void combinesConditions() {
        assertThat(ids(a -> Predicate.and(a.eq("level", "LOW"), a.eq("visits", 2))))
                .containsExactly("c");
        assertThat(ids(a -> Predicate.or(List.of(a.eq("id", "a"), a.eq("id", "b")))))
                .containsExactly("a", "b");
        assertThat(ids(a -> Predicate.and(a.eq("id", "a"), a.eq("id", "b")))).isEmpty();
        assertThat(ids(a -> Predicate.every())).hasSize(3);
        assertThat(ids(a -> Predicate.none())).isEmpty();
    }

    @Test
    void asksRelatedRecords() {
        assertThat(ids(a -> a.related("books", a.on(books.model()).eq("title", "T"))))
                .containsExactly("a");
        assertThat(ids(a -> a.related("books", Predicate.every()))).containsExactly("a", "b");
        assertThat(ids(a -> a.related("profile", a.on(profiles.model()).isNull("bio"))))
                .containsExactly("b");
        assertThat(books.values(
                        "id", b -> b.related("editor", b.on(authors.model()).eq("id", "b"))))
                .containsExactly("1");
        assertThat(books.values(
                        "id", b -> b.related("editor", Predicate.every()).negate()))
                .containsExactly("2");
        assertThat(books.values("id", b -> b.related("tags", b.on(tags.model()).eq("name", "Y"))))
                .containsExactly("1", "3");
    }

    @Test
    void aLinkConditionIsAboutTheJoinRecord() {
        List<@Nullable Object> found = books.values("id", b -> {
            Predicate link = b.on(bookTags.model()).compare("weight", Comparison.GREATER, 1);
            return new Predicate.Related(
                    b.relation("tags"), link, b.on(tags.model()).eq("name", "Y"), false);
        });
        assertThat(found).containsExactly("1");
    }

    @Test
    void sortsWithNullsWhereTheyAreWanted() {
        Operation a = authors.operation();
        Predicate all = Predicate.every();
        assertThat(authors.sorted("id", a, all, a.asc("balance"))).containsExactly("b", "a", "c");
        assertThat(authors.sorted("id", a, all, a.desc("balance"))).containsExactly("c", "a", "b");
        assertThat(authors.sorted("id", a, all, new Sort(a.field("balance"), false, false)))
                .containsExactly("a", "c", "b");
        assertThat(authors.sorted("id", a, all, new Sort(a.field("balance"), true, true)))
                .containsExactly("b", "c", "a");
        assertThat(authors.sorted("id", a, all, a.desc("visits"), a.desc("id"))).containsExactly("c", "b", "a");
    }

    @Test
    void textIsInTheOrderOfCodePoints() {
        String emoji = "\uD83D\uDE00";
        String privateUse = "\uE000";
        String last = "\uFFFD";
        for (String email : List.of(emoji, privateUse, last, "Z", "a", "\u00e4", emoji + "b", "")) {
            authors.create("id", "+" + email, "email", email, "level", "LOW");
        }
        assertThat(authors.values("email", a -> a.compare("id", Comparison.STARTS_WITH, "+")))
                .containsExactly("", "Z", "a", "\u00e4", privateUse, last, emoji, emoji + "b");
        assertThat(authors.values("email", a -> a.compare("email", Comparison.GREATER, last)))
                .containsExactly(emoji, emoji + "b");
    }

    @Test
    void skipsAndTakes() {
        assertThat(page(1, 1)).containsExactly("b");
        assertThat(page(2, 5)).containsExactly("c");
        assertThat(page(0, 0)).isEmpty();
        assertThat(page(9, 1)).isEmpty();
    }

    private List<@Nullable Object> page(int skip, int take) {
        Operation a = authors.operation();
        Selection selection = new Selection(authors.model(), a.fields("id"), List.of());
        return Shelf.firstCells(session.find(
                new Find(
                        authors.model(),
                        Predicate.every(),
                        List.of(a.asc("id")),
                        a.slot(skip),
                        a.slot(take),
                        selection,
                        null),
                a.arguments()));
    }

    @Test
    void readsToOneRelationsTogetherWithTheRecord() {
        Operation b = books.operation();
        Operation author = b.on(authors.model());
        Operation profile = b.on(profiles.model());
        Selection.Branch bio = new Selection.Branch(
                author.relation("profile"),
                profile.isNull("bio").negate(),
                new Selection(profiles.model(), profile.fields("bio"), List.of()));
        Selection selection = new Selection(
                books.model(),
                b.fields("id"),
                List.of(
                        new Selection.Branch(
                                b.relation("author"),
                                Predicate.every(),
                                new Selection(authors.model(), author.fields("email"), List.of(bio))),
                        new Selection.Branch(
                                b.relation("editor"),
                                author.eq("level", "HIGH"),
                                new Selection(authors.model(), author.fields("email", "level"), List.of()))));
        List<@Nullable Object[]> rows = session.find(
                new Find(books.model(), Predicate.every(), List.of(b.asc("id")), null, null, selection, null),
                b.arguments());

        assertThat(rows.get(0)).containsExactly("1", "a", "Ann_1%", "a", "x", "b", "bob", "HIGH");
        assertThat(rows.get(1)).containsExactly("2", "a", "Ann_1%", "a", "x", null, null, null);
        assertThat(rows.get(2)).containsExactly("3", "b", "bob", null, null, null, null, null);
    }

    private List<String> targets(Operation find, Find shape) {
        return session.find(shape, find.arguments()).stream()
                .map(row -> row[0] + ">" + row[1])
                .toList();
    }

    private List<String> children(
            Shelf from, String relation, Shelf to, @Nullable Integer skip, @Nullable Integer take, Object... keys) {
        Operation find = to.operation();
        Parents parents =
                new Parents(find.on(from.model()).relation(relation), find.slot(List.of(keys)), Predicate.every());
        Find shape = new Find(
                to.model(),
                Predicate.every(),
                List.of(find.desc("id")),
                skip == null ? null : find.slot(skip),
                take == null ? null : find.slot(take),
                new Selection(to.model(), find.fields("id"), List.of()),
                parents);
        return targets(find, shape);
    }

    @Test
    void findsTargetsPerParent() {
        assertThat(children(authors, "books", books, null, null, "a", "b", "c")).containsExactly("a>2", "a>1", "b>3");
        assertThat(children(authors, "books", books, null, 1, "b", "a")).containsExactly("b>3", "a>2");
        assertThat(children(authors, "books", books, 1, 1, "a", "b")).containsExactly("a>1");
        assertThat(children(authors, "profile", profiles, null, null, "a", "c")).containsExactly("a>pa");
        assertThat(children(books, "author", authors, null, null, "a", "b")).containsExactly("a>a", "b>b");
        assertThat(children(books, "tags", tags, null, null, "1", "2", "3")).containsExactly("1>y", "1>x", "3>y");
        assertThat(children(books, "tags", tags, 1, null, "1", "3")).containsExactly("1>x");
    }

    @Test
    void linksAndConditionsNarrowTheTargets() {
        Operation find = tags.operation();
        Predicate heavy = find.on(bookTags.model()).compare("weight", Comparison.GREATER_OR_EQUAL, 2);
        Parents parents = new Parents(find.on(books.model()).relation("tags"), find.slot(List.of("1", "3")), heavy);
        Find shape = new Find(
                tags.model(),
                find.eq("name", "X"),
                List.of(),
                null,
                null,
                new Selection(tags.model(), find.fields("id"), List.of()),
                parents);
        assertThat(targets(find, shape)).containsExactly("1>x");
    }

    @Test
    void followsATree() {
        nodes.create("id", 1L);
        nodes.create("id", 2L, "parentId", 1L);
        nodes.create("id", 3L, "parentId", 2L);

        assertThat(children(nodes, "children", nodes, null, null, 1L, 2L, 3L)).containsExactly("1>2", "2>3");
        assertThat(nodes.values("id", n -> n.related("parent", n.related("parent", Predicate.every()))))
                .containsExactly(3L);
    }

    private List<@Nullable Object[]> aggregate(
            Shelf shelf, Predicate where, Operation operation, @Nullable String groupBy, Measure... measures) {
        return session.aggregate(
                new Aggregate(
                        shelf.model(), where, List.of(measures), groupBy == null ? null : operation.field(groupBy)),
                operation.arguments());
    }

    @Test
    void computesExactly() {
        authors.update(a -> a.eq("id", "a"), a -> a.set("total", Long.MAX_VALUE));
        authors.update(a -> a.eq("id", "b"), a -> a.set("total", Long.MAX_VALUE));
        Operation a = authors.operation();
        assertThat(aggregate(
                                authors,
                                Predicate.every(),
                                a,
                                null,
                                new Measure(Function.COUNT, null),
                                new Measure(Function.COUNT, a.field("balance")),
                                new Measure(Function.SUM, a.field("balance")),
                                new Measure(Function.SUM, a.field("total")),
                                new Measure(Function.MIN, a.field("balance")),
                                new Measure(Function.MAX, a.field("email")),
                                new Measure(Function.MAX, a.field("joined")))
                        .get(0))
                .containsExactly(
                        3L,
                        2L,
                        new BigDecimal("19.5"),
                        new BigDecimal("18446744073709551614"),
                        new BigDecimal("9.5"),
                        "cid ",
                        null);
        assertThat(aggregate(
                                authors,
                                Predicate.none(),
                                a,
                                null,
                                new Measure(Function.COUNT, null),
                                new Measure(Function.SUM, a.field("visits")))
                        .get(0))
                .containsExactly(0L, null);
    }

    @Test
    void groupsWithNullAsOneGroup() {
        Operation a = authors.operation();
        Measure count = new Measure(Function.COUNT, null);
        List<@Nullable Object[]> rows = aggregate(authors, Predicate.every(), a, "nickname", count);
        assertThat(rows.stream().map(row -> row[0] + "=" + row[1])).containsExactlyInAnyOrder("null=2", "b=1");
        assertThat(aggregate(authors, Predicate.none(), a, "nickname", count)).isEmpty();
    }

    @Test
    void aRowIsACopy() {
        Operation a = authors.operation();
        Selection selection = new Selection(authors.model(), a.fields("id"), List.of());
        Find find = new Find(authors.model(), a.eq("id", "a"), List.of(), null, null, selection, null);
        Objects.requireNonNull(session.find(find, a.arguments()).get(0))[0] = "changed";

        assertThat(session.find(find, a.arguments()).get(0)).containsExactly("a");
    }
}
