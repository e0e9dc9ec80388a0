package dev.farminglabs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.guide.AuthorStore.AuthorView;
import dev.farminglabs.guide.AuthorStore.Title;
import dev.farminglabs.orm.FarmOrm;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorStoreTest {

    private final AuthorStore authors = new AuthorStore(FarmOrm.inMemory(new Library()));

    @Test
    void anAuthorIsReadWithHerBooks() {
        String ada = authors.save("ada@example.org", "Ada");
        authors.publish(ada, "Notes");

        assertThat(authors.find("ada@example.org")).contains(new AuthorView("Ada", List.of(new Title("Notes"))));
    }
}
