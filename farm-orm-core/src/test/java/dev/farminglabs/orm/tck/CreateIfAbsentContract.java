package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import org.junit.jupiter.api.Test;

/** Create or leave. */
public abstract class CreateIfAbsentContract extends Contract<Samples> {

    record NewDocument(String title, String text) {}

    protected CreateIfAbsentContract() {
        super(new Samples());
    }

    @Test
    void isTrueOnce() {
        var t = orm.model(DOCUMENT).where(DOCUMENT.title.eq("t"));
        assertThat(t.createIfAbsent(DOCUMENT.text.set("first"))).isTrue();
        assertThat(t.createIfAbsent(DOCUMENT.text.set("second"))).isFalse();
        assertThat(t.createIfAbsent(new NewDocument("t", "third"))).isFalse();
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.text)).containsExactly("first");
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.version)).containsExactly(1L);
    }

    @Test
    void worksOnCompoundKeys() {
        assertThat(orm.model(COUNTER).where(COUNTER.key.is("s", "a")).createIfAbsent())
                .isTrue();
        assertThat(orm.model(COUNTER).where(COUNTER.key.is("s", "a")).createIfAbsent())
                .isFalse();
        assertThat(orm.model(COUNTER).where(COUNTER.key.is("s", "b")).createIfAbsent())
                .isTrue();
    }

    @Test
    void worksOnTheIdAsDeclared() {
        if (!capabilities().givenIds()) {
            OrmError error = failure(
                    OrmErrorCode.UNSUPPORTED,
                    () -> orm.model(DOCUMENT).where(DOCUMENT.id.eq("i")).createIfAbsent(DOCUMENT.title.set("t")));
            assertThat(message(error)).contains("GIVEN_IDS");
            return;
        }
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.id.eq("i")).createIfAbsent(DOCUMENT.title.set("t")))
                .isTrue();
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.id.eq("i")).createIfAbsent(DOCUMENT.title.set("u")))
                .isFalse();
    }

    @Test
    void aCollisionOnAnotherKeyIsTheCallers() {
        orm.model(COUNTER).where(COUNTER.key.is("s", "a")).createIfAbsent(COUNTER.alias.set("taken"));
        OrmError error = failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(COUNTER).where(COUNTER.key.is("s", "b")).createIfAbsent(COUNTER.alias.set("taken")));
        assertThat(error.violates(COUNTER.alias)).isTrue();
        assertThat(orm.model(COUNTER).count()).isEqualTo(1);
    }

    @Test
    void refusesAContradiction() {
        refused(
                "title",
                () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("t")).createIfAbsent(new NewDocument("u", "x")));
    }
}
