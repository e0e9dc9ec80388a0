package dev.farminglabs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.test.autoconfigure.FarmOrmTest;
import dev.farminglabs.orm.test.autoconfigure.TestStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

/** What docs/testing.md shows of the application's stores; here they are an embedded H2 and nothing else. */
@FarmOrmTest(store = TestStore.APPLICATION, properties = "farm.orm.schemas.library.setup=push")
@Transactional
@TestPropertySource(
        properties = {
            "spring.config.location=optional:classpath:/none/",
            "spring.datasource.generate-unique-name=true",
            "farm.orm.schemas.library.store=jdbc"
        })
@Import(AuthorStore.class)
class AuthorStoreOnDatabaseTest {

    @Autowired
    private AuthorStore authors;

    @Test
    void anAuthorIsFoundByEmail() {
        authors.save("ada@example.org", "Ada");

        assertThat(authors.find("ada@example.org")).isPresent();
    }

    @SpringBootConfiguration
    @Import(LibraryConfiguration.class)
    static class Application {}
}
