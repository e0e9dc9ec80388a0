package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Lives.NOTE;
import static dev.farminglabs.orm.tck.Lives.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delete marks, reads leave out what is marked, and the exceptions are said. */
public abstract class SoftDeleteContract extends Contract<Lives> {

    record Slug(String slug) {}

    record OwnerView(String name, List<Slug> notes) {}

    protected SoftDeleteContract() {
        super(new Lives());
    }

    @BeforeEach
    void threeNotes() {
        String owner = orm.model(OWNER).create(OWNER.name.set("o")).get(OWNER.id);
        for (String slug : List.of("a", "b", "c")) {
            orm.model(NOTE)
                    .create(NOTE.slug.set(slug), NOTE.ownerId.set(owner), NOTE.stars.set(slug.charAt(0) - 'a' + 1));
        }
    }

    private List<String> slugs() {
        return orm.model(NOTE).orderBy(NOTE.slug.asc()).findValues(NOTE.slug);
    }

    private List<String> allSlugs() {
        return orm.model(NOTE).withDeleted().orderBy(NOTE.slug.asc()).findValues(NOTE.slug);
    }

    @Test
    void deleteMarks() {
        clock.advance(Duration.ofSeconds(3));
        assertThat(orm.model(NOTE).where(NOTE.slug.eq("a")).delete()).isTrue();
        assertThat(orm.model(NOTE).where(NOTE.slug.eq("a")).delete()).isFalse();
        assertThat(slugs()).containsExactly("b", "c");
        assertThat(allSlugs()).containsExactly("a", "b", "c");
        assertThat(orm.model(NOTE)
                        .withDeleted()
                        .where(NOTE.deletedAt.isNotNull())
                        .findValues(NOTE.deletedAt))
                .containsExactly(START_STORED.plusSeconds(3));
    }

    @Test
    void deleteManyMarks() {
        assertThat(orm.model(NOTE).where(NOTE.slug.in("a", "b")).deleteMany()).isEqualTo(2);
        assertThat(orm.model(NOTE).all().deleteMany()).isEqualTo(1);
        assertThat(slugs()).isEmpty();
        assertThat(allSlugs()).containsExactly("a", "b", "c");
    }

    @Test
    void noVerbSeesWhatIsMarked() {
        orm.model(NOTE).where(NOTE.slug.eq("c")).delete();
        assertThat(orm.model(NOTE).where(NOTE.slug.eq("c")).findUnique()).isEmpty();
        assertThat(orm.model(NOTE).where(NOTE.slug.eq("c")).exists()).isFalse();
        assertThat(orm.model(NOTE).count()).isEqualTo(2);
        assertThat(orm.model(NOTE).sum(NOTE.stars)).isEqualByComparingTo("3");
        assertThat(orm.model(NOTE).max(NOTE.stars)).contains(2);
        assertThat(orm.model(NOTE).countBy(NOTE.slug)).isEqualTo(Map.of("a", 1L, "b", 1L));
        assertThat(orm.model(NOTE).where(NOTE.slug.eq("c")).update(NOTE.stars.set(0)))
                .isFalse();
        assertThat(orm.model(NOTE).all().updateMany(NOTE.stars.set(0))).isEqualTo(2);
    }

    @Test
    void relationsDoNotSeeWhatIsMarked() {
        orm.model(NOTE).where(NOTE.slug.in("b", "c")).deleteMany();
        assertThat(orm.model(OWNER).findMany(OwnerView.class))
                .containsExactly(new OwnerView("o", List.of(new Slug("a"))));
        assertThat(orm.model(OWNER).where(OWNER.notes.some(NOTE.slug.eq("b"))).count())
                .isZero();
        assertThat(orm.model(OWNER).where(OWNER.notes.every(NOTE.slug.eq("a"))).count())
                .isEqualTo(1);
        orm.model(NOTE).where(NOTE.slug.eq("a")).delete();
        assertThat(orm.model(OWNER).where(OWNER.notes.isEmpty()).count()).isEqualTo(1);
    }

    @Test
    void aMarkCanBeTakenAway() {
        orm.model(NOTE).where(NOTE.slug.eq("a")).delete();
        assertThat(orm.model(NOTE).withDeleted().where(NOTE.slug.eq("a")).update(NOTE.deletedAt.setOrNull(null)))
                .isTrue();
        assertThat(slugs()).containsExactly("a", "b", "c");
    }

    @Test
    void purgeRemovesForGood() {
        orm.model(NOTE).where(NOTE.slug.eq("a")).delete();
        assertThat(orm.model(NOTE).where(NOTE.slug.in("a", "b")).purge()).isEqualTo(2);
        assertThat(allSlugs()).containsExactly("c");
        orm.model(NOTE).create(NOTE.slug.set("a"));
        assertThat(orm.model(NOTE).all().purge()).isEqualTo(2);
        assertThat(allSlugs()).isEmpty();
    }

    @Test
    void withDeletedSeesAllInEveryReadingVerb() {
        orm.model(NOTE).where(NOTE.slug.eq("a")).delete();
        var all = orm.model(NOTE).withDeleted();
        assertThat(all.count()).isEqualTo(3);
        assertThat(all.where(NOTE.slug.eq("a")).findUnique(Slug.class)).contains(new Slug("a"));
        assertThat(all.sum(NOTE.stars)).isEqualByComparingTo("6");
        assertThat(orm.model(NOTE).count()).as("said for one query only").isEqualTo(2);
    }
}
