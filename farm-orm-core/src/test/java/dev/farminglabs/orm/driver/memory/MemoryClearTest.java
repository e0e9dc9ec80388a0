package dev.farminglabs.orm.driver.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.driver.DriverSession;
import org.junit.jupiter.api.Test;

class MemoryClearTest {

    @Test
    void clientsStayAndTheirRecordsAreGone() {
        MemoryDriver driver = new MemoryDriver();
        DriverSession session = driver.session(new Library().definition(PhysicalNaming.DEFAULT));
        Shelf authors = Shelf.of(session, "author");
        Shelf books = Shelf.of(session, "book");
        authors.create("id", "ann", "email", "ann@x", "level", "LOW");
        books.create("id", "1", "title", "T", "authorId", "ann");

        driver.clear();

        assertThat(authors.values("id")).isEmpty();
        assertThat(books.values("id", book -> book.eq("authorId", "ann"))).isEmpty();
        authors.create("id", "ann", "email", "ann@x", "level", "LOW");
        assertThat(authors.values("id")).containsExactly("ann");
    }
}
