package dev.farminglabs.orm.driver.memory;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;

/** Every kind of field, key, reference and relation in six small models. */
final class Library extends Schema {

    enum Level {
        LOW,
        HIGH
    }

    static final Author AUTHOR = new Author();
    static final Profile PROFILE = new Profile();
    static final Book BOOK = new Book();
    static final Tag TAG = new Tag();
    static final BookTag BOOK_TAG = new BookTag();
    static final Node NODE = new Node();

    Library() {
        super("library", AUTHOR, PROFILE, BOOK, TAG, BOOK_TAG, NODE);
    }

    static final class Author extends Model<Author> {
        public final IdField<String> id = id();
        public final StringField email = string().unique();
        public final StringField nickname = string().nullable().uniqueIfPresent();
        public final EnumField<Level> level = enumeration(Level.class);
        public final NumberField<java.math.BigDecimal> balance = decimal(5, 2).nullable();
        public final NumberField<Integer> visits = integer().nullable();
        public final NumberField<Long> total = bigint().nullable();
        public final DateTimeField joined = datetime().nullable();
        public final BooleanField active = bool().nullable();

        public final HasMany<Book> books = hasMany(() -> BOOK.authorId);
        public final HasOne<Profile> profile = hasOne(() -> PROFILE.authorId);
    }

    static final class Profile extends Model<Profile> {
        public final IdField<String> id = id();
        public final StringField authorId =
                string().unique().references(() -> AUTHOR.id).onDelete(OnDelete.CASCADE);
        public final StringField bio = string().length(5).nullable();
    }

    static final class Book extends Model<Book> {
        public final IdField<String> id = id();
        public final StringField title = string();
        public final StringField authorId = string().references(() -> AUTHOR.id);
        public final StringField editorId =
                string().nullable().references(() -> AUTHOR.id).onDelete(OnDelete.SET_NULL);

        public final Unique2<String, String> titleOfAuthor = unique(authorId, title);

        public final BelongsTo<Author> author = belongsTo(() -> AUTHOR, authorId);
        public final BelongsTo<Author> editor = belongsTo(() -> AUTHOR, editorId);
        public final HasMany<Tag> tags = manyToMany(() -> BOOK_TAG.bookId, () -> BOOK_TAG.tagId, () -> TAG);
    }

    static final class Tag extends Model<Tag> {
        public final IdField<String> id = id();
        public final StringField name = string();
    }

    static final class BookTag extends Model<BookTag> {
        public final IdField<Long> id = numericId();
        public final StringField bookId = string().references(() -> BOOK.id).onDelete(OnDelete.CASCADE);
        public final StringField tagId = string().references(() -> TAG.id).onDelete(OnDelete.CASCADE);
        public final NumberField<Integer> weight = integer();
    }

    /** A tree, and a ring when somebody closes it. */
    static final class Node extends Model<Node> {
        public final IdField<Long> id = numericId();
        public final NumberField<Long> parentId =
                bigint().nullable().references(() -> NODE.id).onDelete(OnDelete.CASCADE);
        public final NumberField<Long> before = bigint().nullable().references(() -> NODE.id);

        public final BelongsTo<Node> parent = belongsTo(() -> NODE, parentId);
        public final HasMany<Node> children = hasMany(() -> NODE.parentId);
    }
}
