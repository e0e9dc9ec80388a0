package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counter of a record's writes, and the update that fails when somebody else was faster. */
public abstract class VersionContract extends Contract<Samples> {

    record Versioned(String text, Long version) {}

    protected VersionContract() {
        super(new Samples());
    }

    @BeforeEach
    void aDocument() {
        orm.model(DOCUMENT).create(DOCUMENT.title.set("t"));
    }

    private Versioned document() {
        return orm.model(DOCUMENT)
                .where(DOCUMENT.title.eq("t"))
                .findUnique(Versioned.class)
                .orElseThrow();
    }

    @Test
    void everyUpdateAddsOne() {
        assertThat(document()).isEqualTo(new Versioned("", 1L));
        orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).update(DOCUMENT.text.set("a"));
        assertThat(document()).isEqualTo(new Versioned("a", 2L));
        orm.model(DOCUMENT).all().updateMany(DOCUMENT.text.set("b"));
        assertThat(document()).isEqualTo(new Versioned("b", 3L));
        orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).upsert(u -> u.create().update(DOCUMENT.text.set("c")));
        assertThat(document()).isEqualTo(new Versioned("c", 4L));
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).update(Versioned.class, DOCUMENT.text.set("d")))
                .contains(new Versioned("d", 5L));
    }

    @Test
    void whatLeavesTheRecordLeavesTheVersion() {
        orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).upsert(u -> u.create());
        orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).createIfAbsent();
        orm.model(DOCUMENT)
                .where(DOCUMENT.title.eq("t"))
                .upsert(u -> u.create().update(DOCUMENT.text.set("x")).when(DOCUMENT.text.eq("other")));
        assertThat(document()).isEqualTo(new Versioned("", 1L));
    }

    @Test
    void theSlowerOfTwoFails() {
        long seen = document().version();
        var mine = orm.model(DOCUMENT).where(DOCUMENT.title.eq("t"), DOCUMENT.version.eq(seen));
        assertThat(mine.update(DOCUMENT.text.set("first"))).isTrue();
        assertThat(mine.update(DOCUMENT.text.set("second"))).isFalse();
        assertThat(mine.delete()).isFalse();
        assertThat(document()).isEqualTo(new Versioned("first", 2L));
    }

    @Test
    void nobodySetsIt() {
        refused(
                "version",
                () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).update(DOCUMENT.version.set(9L)));
        refused(
                "version",
                () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).update(DOCUMENT.version.increment(1L)));
        refused("version", () -> orm.model(DOCUMENT).create(DOCUMENT.title.set("u"), DOCUMENT.version.set(9L)));
    }
}
