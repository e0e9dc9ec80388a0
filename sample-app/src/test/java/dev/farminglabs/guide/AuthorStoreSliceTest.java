package dev.farminglabs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.test.autoconfigure.FarmOrmTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

@FarmOrmTest
@Import(AuthorStore.class)
class AuthorStoreSliceTest {

    @Autowired
    private AuthorStore authors;

    @Test
    void anAuthorIsFoundByEmail() {
        authors.save("ada@example.org", "Ada");

        assertThat(authors.find("ada@example.org")).isPresent();
    }

    @Test
    void everyTestBeginsWithAnEmptyStore() {
        assertThat(authors.find("ada@example.org")).isEmpty();
    }

    @SpringBootConfiguration
    @Import(LibraryConfiguration.class)
    static class Application {}
}
