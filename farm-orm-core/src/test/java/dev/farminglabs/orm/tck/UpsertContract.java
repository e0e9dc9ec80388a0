package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.driver.Capabilities.Support;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Create or change, on any unique key, in one step. */
public abstract class UpsertContract extends Contract<Samples> {

    record Shown(
            String scope,
            String name,
            Integer count,
            @Nullable String alias) {}

    record NewCounter(String scope, String name, Integer count) {}

    record Text(String title, String text, Long version) {}

    protected UpsertContract() {
        super(new Samples());
    }

    @Test
    void isThere() {
        assertThat(capabilities().upsert()).isNotEqualTo(Support.NONE);
    }

    private Outcome put(String name, int count) {
        return orm.model(COUNTER)
                .where(COUNTER.key.is("s", name))
                .upsert(u -> u.create(COUNTER.count.set(count)).update(COUNTER.count.set(count)));
    }

    private Shown shown(String name) {
        return orm.model(COUNTER)
                .where(COUNTER.key.is("s", name))
                .findUnique(Shown.class)
                .orElseThrow();
    }

    @Test
    void createsThenChanges() {
        assertThat(put("a", 1)).isEqualTo(Outcome.CREATED);
        assertThat(put("a", 2)).isEqualTo(Outcome.UPDATED);
        assertThat(put("b", 3)).isEqualTo(Outcome.CREATED);
        assertThat(Outcome.CREATED.applied()).isTrue();
        assertThat(Outcome.UPDATED.applied()).isTrue();
        assertThat(Outcome.REFUSED.applied()).isFalse();
        assertThat(orm.model(COUNTER).orderBy(COUNTER.name.asc()).findMany(Shown.class))
                .containsExactly(new Shown("s", "a", 2, null), new Shown("s", "b", 3, null));
    }

    @Test
    void returnsTheRecordAsItStands() {
        var a = orm.model(COUNTER).where(COUNTER.key.is("s", "a"));
        assertThat(a.upsert(Shown.class, u -> u.create(COUNTER.count.set(1)).update(COUNTER.count.increment(10))))
                .isEqualTo(new Shown("s", "a", 1, null));
        assertThat(a.upsert(Shown.class, u -> u.create(COUNTER.count.set(1)).update(COUNTER.count.increment(10))))
                .isEqualTo(new Shown("s", "a", 11, null));
    }

    @Test
    void worksOnASingleFieldAndOnTheId() {
        assertThat(orm.model(DOCUMENT)
                        .where(DOCUMENT.title.eq("t"))
                        .upsert(
                                Text.class,
                                u -> u.create(DOCUMENT.text.set("1")).update(DOCUMENT.text.set("2"))))
                .isEqualTo(new Text("t", "1", 1L));
        assertThat(orm.model(DOCUMENT)
                        .where(DOCUMENT.title.eq("t"))
                        .upsert(
                                Text.class,
                                u -> u.create(DOCUMENT.text.set("1")).update(DOCUMENT.text.set("2"))))
                .isEqualTo(new Text("t", "2", 2L));
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.id.eq("given"))
                        .upsert(u -> u.create(SAMPLE.label.set("l")).update(SAMPLE.label.set("m"))))
                .isEqualTo(Outcome.CREATED);
        assertThat(orm.model(SAMPLE).findValues(SAMPLE.id)).containsExactly("given");
    }

    @Test
    void fillsInDefaultsAndTheTimeOfChange() {
        var sample = orm.model(SAMPLE).where(SAMPLE.id.eq("i"));
        sample.upsert(u -> u.create(SAMPLE.label.set("l")).update(SAMPLE.label.set("m")));
        clock.advance(Duration.ofSeconds(1));
        sample.upsert(u -> u.create(SAMPLE.label.set("l")).update(SAMPLE.label.set("m")));
        var row = sample.findUnique().orElseThrow();
        assertThat(row.get(SAMPLE.label)).isEqualTo("m");
        assertThat(row.get(SAMPLE.createdAt)).isEqualTo(START_STORED);
        assertThat(row.get(SAMPLE.updatedAt)).isEqualTo(START_STORED.plusSeconds(1));
        assertThat(row.get(SAMPLE.amount)).isZero();
    }

    @Test
    void anEmptyUpdateHalfLeavesTheRecordAsItIs() {
        put("a", 5);
        var a = orm.model(COUNTER).where(COUNTER.key.is("s", "a"));
        assertThat(a.upsert(Shown.class, u -> u.create(COUNTER.count.set(1)))).isEqualTo(new Shown("s", "a", 5, null));
        assertThat(a.upsert(u -> u.create(COUNTER.count.set(1)))).isEqualTo(Outcome.UPDATED);
        assertThat(shown("a").count()).isEqualTo(5);
        assertThat(orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "b"))
                        .upsert(Shown.class, u -> u.create(COUNTER.count.set(1))))
                .isEqualTo(new Shown("s", "b", 1, null));
    }

    @Test
    void aNullValueReplacesOne() {
        var a = orm.model(COUNTER).where(COUNTER.key.is("s", "a"));
        a.upsert(u -> u.create(COUNTER.alias.set("x")));
        a.upsert(u -> u.create().update(COUNTER.alias.setOrNull(null)));
        assertThat(shown("a").alias()).isNull();
    }

    @Test
    void takesARecordForTheNewOne() {
        assertThat(orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "a"))
                        .upsert(u -> u.create(new NewCounter("s", "a", 7))))
                .isEqualTo(Outcome.CREATED);
        assertThat(shown("a").count()).isEqualTo(7);
    }

    @Test
    void refusesWhatContradictsOrTouchesTheKey() {
        refused(
                "name",
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "a"))
                        .upsert(u -> u.create(new NewCounter("s", "secret-b", 7))));
        refused(
                "scope",
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "a"))
                        .upsert(u -> u.create(COUNTER.scope.set("other"))));
        refused(
                "name",
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "a"))
                        .upsert(u -> u.create().update(COUNTER.name.set("b"))));
        OrmError error = failure(
                OrmErrorCode.INVALID_QUERY,
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "a"))
                        .upsert(u -> u.create(new NewCounter("s", "secret-b", 7))));
        assertThat(message(error)).doesNotContain("secret-b");
        assertThat(orm.model(COUNTER).count()).isZero();
    }

    @Test
    void takesTheKeyAndNothingElseInWhere() {
        refused(
                "when",
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "a"), COUNTER.count.gt(0))
                        .upsert(u -> u.create()));
    }

    @Test
    void aMissingRequiredFieldIsNamedEvenWhenTheRecordIsThere() {
        orm.model(SAMPLE).create(SAMPLE.id.set("i"), SAMPLE.label.set("l"));
        OrmError error = failure(
                OrmErrorCode.NOT_NULL_VIOLATION,
                () -> orm.model(SAMPLE)
                        .where(SAMPLE.id.eq("i"))
                        .upsert(u -> u.create().update(SAMPLE.label.set("m"))));
        assertThat(error.fields()).containsExactly("label");
    }

    @Test
    void aCollisionOnAnotherKeyIsTheCallers() {
        orm.model(COUNTER).create(COUNTER.scope.set("s"), COUNTER.name.set("a"), COUNTER.alias.set("taken"));
        orm.model(COUNTER).create(COUNTER.scope.set("s"), COUNTER.name.set("b"), COUNTER.count.set(1));
        OrmError creating = failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "c"))
                        .upsert(u -> u.create(COUNTER.alias.set("taken")).update(COUNTER.count.set(9))));
        assertThat(creating.violates(COUNTER.alias)).isTrue();
        assertThat(creating.violates(COUNTER.key)).isFalse();
        OrmError updating = failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "b"))
                        .upsert(u -> u.create().update(COUNTER.alias.set("taken"), COUNTER.count.set(9))));
        assertThat(updating.violates(COUNTER.alias)).isTrue();
        assertThat(orm.model(COUNTER).orderBy(COUNTER.name.asc()).findMany(Shown.class))
                .containsExactly(new Shown("s", "a", 0, "taken"), new Shown("s", "b", 1, null));
    }

    @Test
    void aCollisionOfTheCreateHalfDoesNotMatterWhenTheRecordIsThere() {
        orm.model(COUNTER).create(COUNTER.scope.set("s"), COUNTER.name.set("a"), COUNTER.alias.set("taken"));
        put("b", 1);
        assertThat(orm.model(COUNTER)
                        .where(COUNTER.key.is("s", "b"))
                        .upsert(u -> u.create(COUNTER.alias.set("taken")).update(COUNTER.count.set(2))))
                .isEqualTo(Outcome.UPDATED);
        assertThat(shown("b")).isEqualTo(new Shown("s", "b", 2, null));
    }

    @Test
    void aConditionGuardsTheChange() {
        var a = orm.model(COUNTER).where(COUNTER.key.is("s", "a"));
        for (int i = 0; i < 3; i++) {
            assertThat(a.upsert(u -> u.create(COUNTER.count.set(2))
                            .update(COUNTER.count.decrement(1))
                            .when(COUNTER.count.gt(0))))
                    .isEqualTo(i == 0 ? Outcome.CREATED : Outcome.UPDATED);
        }
        assertThat(a.upsert(u -> u.create(COUNTER.count.set(2))
                        .update(COUNTER.count.decrement(1))
                        .when(COUNTER.count.gt(0))))
                .isEqualTo(Outcome.REFUSED);
        assertThat(a.upsert(
                        Shown.class,
                        u -> u.create(COUNTER.count.set(2))
                                .update(COUNTER.count.decrement(1))
                                .when(COUNTER.count.gt(0))))
                .isEqualTo(new Shown("s", "a", 0, null));
    }

    @Test
    void aConditionMayBeAnyCondition() {
        put("a", 5);
        var a = orm.model(COUNTER).where(COUNTER.key.is("s", "a"));
        assertThat(a.upsert(u ->
                        u.create().update(COUNTER.alias.set("x")).when(COUNTER.alias.isNull(), COUNTER.count.in(4, 5))))
                .isEqualTo(Outcome.UPDATED);
        assertThat(a.upsert(u -> u.create()
                        .update(COUNTER.alias.set("y"))
                        .when(COUNTER.alias.isNull().or(COUNTER.count.ne(5)))))
                .isEqualTo(Outcome.REFUSED);
        assertThat(a.upsert(u -> u.create().when(COUNTER.count.lt(5)))).isEqualTo(Outcome.REFUSED);
        assertThat(shown("a")).isEqualTo(new Shown("s", "a", 5, "x"));
    }
}
