package dev.farminglabs.guide;

import dev.farminglabs.orm.From;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Projection;
import dev.farminglabs.orm.Schema;
import java.time.Instant;
import java.util.List;

/** The code of docs/data-layer.md: tenants, a base and its variants. */
public final class Newsroom extends Schema {

    public static final Publisher PUBLISHER = new Publisher();
    public static final Content CONTENT = new Content();
    public static final Article ARTICLE = new Article();
    public static final Video VIDEO = new Video();

    public Newsroom() {
        super("newsroom", PUBLISHER, CONTENT, ARTICLE, VIDEO);
    }

    public static final class Publisher extends Model<Publisher> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();

        Publisher() {
            super("publishers");
        }
    }

    public abstract static class Owned<M extends Owned<M>> extends Model<M> {
        public final IdField<String> id = id();
        public final StringField publisherId = string().references(() -> PUBLISHER.id)
                .onDelete(OnDelete.CASCADE)
                .tenant();

        Owned(String table) {
            super(table);
        }
    }

    public static final class Content extends Owned<Content> {
        public final StringField title = string();
        public final DateTimeField createdAt = datetime().defaultNow();
        public final DateTimeField deletedAt = softDelete();

        public final HasOne<Article> article = hasOne(() -> ARTICLE.id);
        public final HasOne<Video> video = hasOne(() -> VIDEO.id);

        Content() {
            super("contents");
        }
    }

    public static final class Article extends Owned<Article> {
        public final StringField body = string();

        public final VariantOf<Content> content = variantOf(() -> CONTENT);

        Article() {
            super("articles");
        }
    }

    public static final class Video extends Owned<Video> {
        public final NumberField<Integer> seconds = integer();

        public final VariantOf<Content> content = variantOf(() -> CONTENT);

        Video() {
            super("videos");
        }
    }

    public sealed interface Item permits Text, Clip {}

    @From("article")
    public record Text(String title, String body) implements Item {}

    @From("video")
    public record Clip(String title, int seconds) implements Item {}

    public record NewArticle(String title, String body) {}

    /** What the guide does with it. */
    public static final class Desk {

        private final OrmClient<Newsroom> orm;

        public Desk(OrmClient<Newsroom> client, String publisher) {
            this.orm = client.forTenant(publisher);
        }

        public void publish() {
            orm.model(ARTICLE).create(new NewArticle("Rain", "It rained."));
            orm.model(VIDEO).create(VIDEO.content.set(CONTENT.title.set("Storm")), VIDEO.seconds.set(90));
        }

        public List<String> latest() {
            Projection<Content, Item> all = orm.model(CONTENT).variants(Item.class);
            List<Item> items =
                    orm.model(CONTENT).orderBy(CONTENT.createdAt.desc()).findMany(all);
            return items.stream()
                    .map(item -> item instanceof Clip clip ? clip.title() + ", " + clip.seconds() + " s" : "text")
                    .toList();
        }

        public long retire(Instant limit) {
            return orm.model(CONTENT).where(CONTENT.createdAt.lt(limit)).deleteMany();
        }
    }

    /** For publishers of before the schema said {@code live()}, on MongoDB and Redis. */
    public static long reopen(OrmClient<Newsroom> orm) {
        return orm.model(PUBLISHER)
                .withDeleted()
                .where(PUBLISHER.deletedAt.isNull())
                .updateMany(PUBLISHER.deletedAt.setOrNull(null));
    }

    public static void close(OrmClient<Newsroom> orm, String publisher) {
        orm.model(PUBLISHER).where(PUBLISHER.id.eq(publisher)).purge();
    }
}
