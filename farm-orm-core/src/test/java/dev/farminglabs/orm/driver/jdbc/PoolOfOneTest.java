package dev.farminglabs.orm.driver.jdbc;

import static dev.farminglabs.orm.tck.Lives.NOTE;
import static dev.farminglabs.orm.tck.Lives.OWNER;
import static dev.farminglabs.orm.tck.Lives.PASS;
import static dev.farminglabs.orm.tck.Media.ARTICLE;
import static dev.farminglabs.orm.tck.Media.AUTHOR;
import static dev.farminglabs.orm.tck.Media.CONTENT;
import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.From;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.OrmClientBuilder;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.tck.Lives;
import dev.farminglabs.orm.tck.Media;
import dev.farminglabs.orm.tck.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every verb over a pool that has one connection: a call that took a second while it holds the first would wait for itself, and
 * fail when the pool loses patience.
 */
@ParameterizedClass
@MethodSource("databases")
class PoolOfOneTest {

    private static final Instant LONG_AGO = Instant.EPOCH;

    record Slug(String slug) {}

    record Noted(String name, List<Slug> notes) {}

    record NewNote(String slug, String ownerId) {}

    record Aliased(String name, @Nullable String alias) {}

    record Count(int count) {}

    sealed interface Item permits Text, Other {}

    @From("article")
    record Text(String slug, String body) implements Item {}

    record Other(String slug) implements Item {}

    private final Supplier<SetupDatabase> database;
    private HikariDataSource pool;

    PoolOfOneTest(Supplier<SetupDatabase> database) {
        this.database = database;
    }

    static List<Named<Supplier<SetupDatabase>>> databases() {
        return List.of(
                Named.of("H2", SetupDatabase::h2),
                Named.of("SQLite", SetupDatabase::sqlite),
                Named.of("PostgreSQL", SetupDatabase::postgresql),
                Named.of("MariaDB", SetupDatabase::mariaDb));
    }

    @BeforeEach
    void open() {
        pool = database.get().pool();
    }

    @AfterEach
    void close() {
        try {
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        } finally {
            pool.close();
        }
    }

    private <S extends Schema> OrmClient<S> client(S schema) {
        OrmClientBuilder<S> builder = FarmOrm.client(schema, pool);
        builder.setup().push();
        assertThat(builder.setup().drift()).isEmpty();
        return builder.connect();
    }

    @Test
    void readingWithRelations() {
        OrmClient<Lives> orm = client(new Lives());
        for (String name : List.of("ann", "bob")) {
            String owner = orm.model(OWNER).create(OWNER.name.set(name)).get(OWNER.id);
            orm.model(NOTE).createMany(List.of(new NewNote(name + 1, owner), new NewNote(name + 2, owner)));
        }
        var byName = orm.model(OWNER).orderBy(OWNER.name.asc());
        List<String> both = List.of("ann", "bob");
        assertThat(byName.findMany(Noted.class))
                .allMatch(one -> one.notes().size() == 2)
                .extracting(Noted::name)
                .isEqualTo(both);
        assertThat(orm.model(OWNER).where(OWNER.name.eq("ann")).findUnique(Noted.class))
                .hasValueSatisfying(one -> assertThat(one.notes()).hasSize(2));
        assertThat(byName.findFirst(Noted.class))
                .hasValueSatisfying(one -> assertThat(one.notes()).hasSize(2));
        assertThat(byName.findPage(Noted.class, Cursor.first(1)).items()).hasSize(1);
        assertThat(orm.model(OWNER)
                        .where(OWNER.notes.some(NOTE.slug.eq("bob2")))
                        .count())
                .isEqualTo(1);
        assertThat(orm.model(NOTE).max(NOTE.stars)).contains(0);
        List<Long> counted = new ArrayList<>();
        byName.forEach(Noted.class, one -> counted.add(orm.model(NOTE).count()));
        assertThat(counted).containsExactly(4L, 4L);
    }

    @Test
    void writingAndGivingBack() {
        OrmClient<Samples> orm = client(new Samples());
        orm.model(COUNTER).create(Count.class, COUNTER.scope.set("s"), COUNTER.name.set("n"), COUNTER.alias.set("a"));
        var byKey = orm.model(COUNTER).where(COUNTER.key.is("s", "n"));
        assertThat(byKey.update(COUNTER.count.increment(1))).isTrue();
        assertThat(byKey.update(Count.class, COUNTER.count.increment(1))).contains(new Count(2));
        assertThat(byKey.upsert(Count.class, u -> u.create().update(COUNTER.count.increment(1))))
                .isEqualTo(new Count(3));
        assertThat(byKey.upsert(
                        Count.class,
                        u -> u.create().update(COUNTER.count.increment(1)).when(COUNTER.count.lt(3))))
                .isEqualTo(new Count(3));
        assertThat(byKey.createIfAbsent()).isFalse();
        // a record that loses the key it was found by
        assertThat(orm.model(COUNTER).where(COUNTER.alias.eq("a")).update(Aliased.class, COUNTER.alias.setOrNull(null)))
                .contains(new Aliased("n", null));
        assertThat(orm.model(COUNTER).all().updateMany(COUNTER.count.set(0))).isEqualTo(1);
        assertThat(byKey.delete()).isTrue();
        assertThat(orm.model(COUNTER).all().deleteMany()).isZero();
    }

    @Test
    void recordsThatAreOutOfSight() {
        OrmClient<Lives> orm = client(new Lives());
        orm.model(NOTE).create(NOTE.slug.set("a"));
        assertThat(orm.model(NOTE).where(NOTE.slug.eq("a")).delete()).isTrue();
        Throwable held = catchThrowable(() ->
                orm.model(NOTE).where(NOTE.slug.eq("a")).upsert(u -> u.create().update(NOTE.stars.set(1))));
        assertThat(((OrmError) held).code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
        assertThat(orm.model(NOTE).where(NOTE.slug.eq("a")).purge()).isEqualTo(1);
        for (String token : List.of("t", "u")) {
            orm.model(PASS).create(PASS.token.set(token), PASS.expiresAt.set(LONG_AGO));
        }
        orm.model(PASS).create(PASS.token.set("t"));
        assertThat(orm.model(PASS)
                        .where(PASS.token.eq("u"))
                        .upsert(u -> u.create().update(PASS.uses.increment(1))))
                .isEqualTo(Outcome.CREATED);
        assertThat(orm.model(PASS).count()).isEqualTo(2);
    }

    @Test
    void baseAndVariant() {
        OrmClient<Media> orm = client(new Media());
        String author = orm.model(AUTHOR).create(AUTHOR.name.set("ann")).get(AUTHOR.id);
        orm.model(ARTICLE)
                .create(
                        ARTICLE.content.set(
                                CONTENT.slug.set("a"), CONTENT.title.set("A"), CONTENT.authorId.set(author)),
                        ARTICLE.code.set("c"),
                        ARTICLE.body.set("text"));
        assertThat(orm.model(CONTENT).findMany(orm.model(CONTENT).variants(Item.class)))
                .containsExactly(new Text("a", "text"));
        assertThat(orm.model(AUTHOR).where(AUTHOR.name.eq("ann")).delete()).isTrue();
        assertThat(orm.model(ARTICLE).withDeleted().count()).isZero();
    }

    @Test
    void severalCallsAtOnce() {
        OrmClient<Lives> orm = client(new Lives());
        orm.batch(b -> {
            b.model(OWNER).create(OWNER.id.set("o"), OWNER.name.set("ann"));
            b.model(NOTE).where(NOTE.slug.eq("a")).upsert(u -> u.create(NOTE.ownerId.set("o")));
            b.model(NOTE).where(NOTE.slug.eq("a")).createIfAbsent();
        });
        Noted read = orm.transaction(tx -> {
            tx.model(NOTE).create(NOTE.slug.set("b"), NOTE.ownerId.set("o"));
            tx.transaction(inner -> inner.model(NOTE).where(NOTE.slug.eq("b")).update(NOTE.stars.set(1)));
            tx.batch(b -> b.model(NOTE).where(NOTE.slug.eq("b")).delete());
            return tx.model(OWNER)
                    .where(OWNER.name.eq("ann"))
                    .findUnique(Noted.class)
                    .orElseThrow();
        });
        assertThat(read).isEqualTo(new Noted("ann", List.of(new Slug("a"))));
    }
}
