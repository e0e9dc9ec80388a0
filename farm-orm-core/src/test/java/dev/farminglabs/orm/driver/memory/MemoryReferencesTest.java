package dev.farminglabs.orm.driver.memory;

import static dev.farminglabs.orm.driver.memory.MemoryWritesTest.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.DriverSession;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.operation.Predicate;
import dev.farminglabs.orm.operation.Written.Outcome;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryReferencesTest {

    private final DriverSession session = new MemoryDriver().session(new Library().definition(PhysicalNaming.DEFAULT));
    private final Shelf authors = Shelf.of(session, "author");
    private final Shelf profiles = Shelf.of(session, "profile");
    private final Shelf books = Shelf.of(session, "book");
    private final Shelf nodes = Shelf.of(session, "node");

    @BeforeEach
    void twoAuthors() {
        authors.create("id", "ann", "email", "ann@x", "level", "LOW");
        authors.create("id", "bob", "email", "bob@x", "level", "LOW");
    }

    @Test
    void aReferencePointsAtSomething() {
        fails(
                OrmErrorCode.FOREIGN_KEY_VIOLATION,
                "book",
                List.of("authorId"),
                () -> books.create("id", "1", "title", "T", "authorId", "nobody"));
        books.create("id", "1", "title", "T", "authorId", "ann");
        fails(
                OrmErrorCode.FOREIGN_KEY_VIOLATION,
                "book",
                List.of("editorId"),
                () -> books.update(b -> b.eq("id", "1"), b -> b.set("editorId", "nobody")));
        fails(
                OrmErrorCode.FOREIGN_KEY_VIOLATION,
                "book",
                List.of("authorId"),
                () -> authors.update(a -> a.eq("id", "ann"), a -> a.set("id", "anna")));
        assertThat(books.values("id", b -> b.isNull("editorId"))).containsExactly("1");
    }

    @Test
    void deleteFollowsTheRulesAllOrNothing() {
        books.create("id", "1", "title", "T", "authorId", "ann", "editorId", "bob");
        profiles.create("id", "p", "authorId", "ann");
        fails(
                OrmErrorCode.FOREIGN_KEY_VIOLATION,
                "book",
                List.of("authorId"),
                () -> authors.delete(a -> Predicate.every()));
        assertThat(profiles.values("id")).containsExactly("p");
        assertThat(books.values("editorId")).containsExactly("bob");

        assertThat(authors.delete(a -> a.eq("id", "bob")).count()).isEqualTo(1);
        assertThat(books.values("editorId")).containsExactly((Object) null);

        books.delete(b -> b.eq("id", "1"));
        assertThat(authors.delete(a -> a.eq("id", "ann")).outcome()).isEqualTo(Outcome.DELETED);
        assertThat(profiles.values("id")).isEmpty();
    }

    @Test
    void cascadesAreRecursiveAndEndInRings() {
        nodes.create("id", 1L);
        nodes.create("id", 2L, "parentId", 1L);
        nodes.create("id", 3L, "parentId", 2L);
        nodes.create("id", 4L);
        nodes.update(n -> n.eq("id", 1L), n -> n.set("parentId", 3L));
        nodes.create("id", 5L, "parentId", 5L);

        assertThat(nodes.delete(n -> n.eq("id", 2L)).count()).isEqualTo(1);
        assertThat(nodes.values("id")).containsExactly(4L, 5L);
        nodes.delete(n -> n.eq("id", 5L));
        assertThat(nodes.values("id")).containsExactly(4L);
    }

    @Test
    void aRestrictedRecordMayGoTogetherWithWhatItPointsAt() {
        nodes.create("id", 1L);
        nodes.create("id", 2L, "before", 1L);
        fails(OrmErrorCode.FOREIGN_KEY_VIOLATION, "node", List.of("before"), () -> nodes.delete(n -> n.eq("id", 1L)));
        assertThat(nodes.delete(n -> Predicate.every()).count()).isEqualTo(2);
    }

    @Test
    void aDeepTreeGoesWithoutRecursion() {
        nodes.create("id", 1L);
        for (long id = 2; id <= 20_000; id++) {
            nodes.create("id", id, "parentId", id - 1);
        }
        nodes.delete(n -> n.eq("id", 1L));

        assertThat(nodes.values("id")).isEmpty();
    }
}
