package library;

import static library.Library.AUTHOR;
import static library.Library.BOOK;

import dev.farminglabs.orm.OrmClient;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
public class LibraryApplication {

    public static void main(String[] args) {
        SpringApplication.run(LibraryApplication.class, args);
    }

    @Bean
    Library library() {
        return new Library();
    }
}

@RestController
class Authors {

    record NewAuthor(String name) {}

    record Ref(String id) {}

    record Title(String title) {}

    record AuthorView(String name, List<Title> books) {}

    private final OrmClient<Library> orm;

    Authors(OrmClient<Library> orm) {
        this.orm = orm;
    }

    @PutMapping("/authors/{email}")
    Ref save(@PathVariable String email, @RequestBody NewAuthor author) {
        return orm.model(AUTHOR)
                .where(AUTHOR.email.eq(email))
                .upsert(Ref.class, u -> u.create(author).update(AUTHOR.name.set(author.name())));
    }

    @PostMapping("/authors/{email}/books")
    ResponseEntity<Title> publish(@PathVariable String email, @RequestBody Title book) {
        Optional<Ref> author = orm.model(AUTHOR).where(AUTHOR.email.eq(email)).findUnique(Ref.class);
        return ResponseEntity.of(author.map(found ->
                orm.model(BOOK).create(Title.class, BOOK.title.set(book.title()), BOOK.authorId.set(found.id()))));
    }

    @GetMapping("/authors/{email}")
    ResponseEntity<AuthorView> find(@PathVariable String email) {
        Optional<AuthorView> author = orm.model(AUTHOR).where(AUTHOR.email.eq(email)).findUnique(AuthorView.class);
        return ResponseEntity.of(author);
    }
}
