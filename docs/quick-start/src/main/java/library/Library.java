package library;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;

public final class Library extends Schema {

    public static final Author AUTHOR = new Author();
    public static final Book BOOK = new Book();

    public Library() {
        super("library", AUTHOR, BOOK);
    }

    public static final class Author extends Model<Author> {
        public final IdField<String> id = id();
        public final StringField email = string().unique();
        public final StringField name = string();

        public final HasMany<Book> books = hasMany(() -> BOOK.authorId);
    }

    public static final class Book extends Model<Book> {
        public final IdField<String> id = id();
        public final StringField authorId = string().references(() -> AUTHOR.id);
        public final StringField title = string();
        public final DateTimeField publishedAt = datetime().nullable();

        public final BelongsTo<Author> author = belongsTo(() -> AUTHOR, authorId);
    }
}
