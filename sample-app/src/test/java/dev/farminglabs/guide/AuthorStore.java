package dev.farminglabs.guide;

import static dev.farminglabs.guide.Library.AUTHOR;
import static dev.farminglabs.guide.Library.BOOK;

import dev.farminglabs.orm.OrmClient;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class AuthorStore {

    record Title(String title) {}

    record AuthorView(String name, List<Title> books) {}

    private final OrmClient<Library> orm;

    AuthorStore(OrmClient<Library> orm) {
        this.orm = orm;
    }

    String save(String email, String name) {
        record Ref(String id) {}
        return orm.model(AUTHOR)
                .where(AUTHOR.email.eq(email))
                .upsert(Ref.class, u -> u.create(AUTHOR.name.set(name)).update(AUTHOR.name.set(name)))
                .id();
    }

    void publish(String authorId, String title) {
        orm.model(BOOK).create(BOOK.authorId.set(authorId), BOOK.title.set(title), BOOK.publishedAt.setNow());
    }

    Optional<AuthorView> find(String email) {
        return orm.model(AUTHOR).where(AUTHOR.email.eq(email)).findUnique(AuthorView.class);
    }
}
