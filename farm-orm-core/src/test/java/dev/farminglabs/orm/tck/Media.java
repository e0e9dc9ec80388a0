package dev.farminglabs.orm.tck;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;

/** What several models share is in a base; each of them adds what only it has. */
public final class Media extends Schema {

    public static final Author AUTHOR = new Author();
    public static final Content CONTENT = new Content();
    public static final Article ARTICLE = new Article();
    public static final Video VIDEO = new Video();
    public static final Chapter CHAPTER = new Chapter();

    public Media() {
        super("media", AUTHOR, CONTENT, ARTICLE, VIDEO, CHAPTER);
    }

    /** Fields that every model of an application has. */
    public abstract static class Entity<M extends Entity<M>> extends Model<M> {
        public final IdField<String> id = id();
        public final DateTimeField createdAt = datetime().defaultNow();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        Entity(String table) {
            super(table);
        }
    }

    /** Has contents of every kind. */
    public static final class Author extends Entity<Author> {
        public final StringField name = string().unique();

        public final HasMany<Content> contents = hasMany(() -> CONTENT.authorId);

        Author() {
            super("authors");
        }
    }

    /** The base. */
    public static final class Content extends Entity<Content> {
        public final StringField slug = string().unique();
        public final StringField title = string();
        public final StringField authorId =
                string().nullable().references(() -> AUTHOR.id).onDelete(OnDelete.CASCADE);
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();

        public final BelongsTo<Author> author = belongsTo(() -> AUTHOR, authorId);
        public final HasOne<Article> article = hasOne(() -> ARTICLE.id);
        public final HasOne<Video> video = hasOne(() -> VIDEO.id);

        Content() {
            super("contents");
        }
    }

    /** A variant with a key and with records of its own. */
    public static final class Article extends Entity<Article> {
        public final StringField code = string().unique();
        public final StringField body = string();

        public final VariantOf<Content> content = variantOf(() -> CONTENT);
        public final HasMany<Chapter> chapters = hasMany(() -> CHAPTER.articleId);

        Article() {
            super("articles");
        }
    }

    /** A variant with nothing but a number. */
    public static final class Video extends Model<Video> {
        public final IdField<String> id = id();
        public final NumberField<Integer> seconds = integer();

        public final VariantOf<Content> content = variantOf(() -> CONTENT);

        Video() {
            super("videos");
        }
    }

    /** Belongs to a variant. */
    public static final class Chapter extends Model<Chapter> {
        public final IdField<String> id = id();
        public final StringField articleId =
                string().references(() -> ARTICLE.id).onDelete(OnDelete.CASCADE);
        public final NumberField<Integer> number = integer();

        Chapter() {
            super("chapters");
        }
    }
}
