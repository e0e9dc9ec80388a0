package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Lives.NOTE;
import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.Batch;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes sent together: in order, each with its result, and no promise of atomicity. */
public abstract class BatchContract extends Contract<Samples> {

    protected BatchContract() {
        super(new Samples());
    }

    @Test
    void everyCallHasItsResult() {
        List<Batch.Result<?>> results = new ArrayList<>();
        List<Batch.Result<Row>> rows = new ArrayList<>();
        orm.batch(b -> {
            rows.add(b.model(DOCUMENT).create(DOCUMENT.title.set("a")));
            results.add(b.model(DOCUMENT).where(DOCUMENT.title.eq("a")).update(DOCUMENT.text.set("x")));
            results.add(b.model(DOCUMENT).where(DOCUMENT.title.eq("z")).update(DOCUMENT.text.set("x")));
            results.add(b.model(COUNTER).where(COUNTER.key.is("s", "n")).upsert(u -> u.create()));
            results.add(b.model(COUNTER)
                    .where(COUNTER.key.is("s", "n"))
                    .upsert(u -> u.create().update(COUNTER.count.increment(1))));
            results.add(b.model(DOCUMENT).where(DOCUMENT.title.eq("b")).createIfAbsent());
            results.add(b.model(DOCUMENT).where(DOCUMENT.title.eq("b")).createIfAbsent());
            results.add(b.model(DOCUMENT).all().updateMany(DOCUMENT.text.set("y")));
            results.add(b.model(DOCUMENT).where(DOCUMENT.title.eq("a")).delete());
            results.add(b.model(COUNTER).all().deleteMany());
            assertThat(orm.model(DOCUMENT).count()).as("nothing is sent yet").isZero();
            assertThat(catchThrowable(rows.get(0)::get)).isInstanceOf(IllegalStateException.class);
        });
        assertThat(rows.get(0).get().get(DOCUMENT.title)).isEqualTo("a");
        assertThat(results.stream().map(result -> (Object) result.get()).toList())
                .isEqualTo(List.of(true, false, Outcome.CREATED, Outcome.UPDATED, true, false, 2L, true, 1L));
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.title)).containsExactly("b");
        assertThat(orm.model(DOCUMENT).findValues(DOCUMENT.text)).containsExactly("y");
    }

    @Test
    void anEmptyBatchDoesNothing() {
        orm.batch(b -> {});
        assertThat(orm.model(DOCUMENT).count()).isZero();
    }

    @Test
    void stopsAtTheFirstFailure() {
        List<Batch.Result<Row>> results = new ArrayList<>();
        failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.batch(b -> {
                    for (String title : List.of("a", "b", "a", "c")) {
                        results.add(b.model(DOCUMENT).create(DOCUMENT.title.set(title)));
                    }
                }));
        assertThat(orm.model(DOCUMENT).orderBy(DOCUMENT.title.asc()).findValues(DOCUMENT.title))
                .containsExactly("a", "b");
        assertThat(catchThrowable(results.get(3)::get)).isInstanceOf(IllegalStateException.class);
        assertThat(results.get(1).get().get(DOCUMENT.title)).isEqualTo("b");
    }

    @Test
    void nothingIsSentWhenCollectingFails() {
        Throwable seen = catchThrowable(() -> orm.batch(b -> {
            b.model(DOCUMENT).create(DOCUMENT.title.set("a"));
            throw new IllegalStateException("on purpose");
        }));
        assertThat(seen).hasMessage("on purpose");
        assertThat(orm.model(DOCUMENT).count()).isZero();
    }

    /** What a call found is not looked up when a later one has hidden or removed it. */
    @Test
    void aRecordThatALaterCallHidesWasThereForTheEarlierOne() {
        OrmClient<Lives> lives = open(new Lives(), "batched_");
        List<Batch.Result<?>> results = new ArrayList<>();
        lives.model(NOTE).create(NOTE.slug.set("k"));
        lives.batch(b -> {
            results.add(b.model(NOTE).where(NOTE.slug.eq("k")).createIfAbsent(NOTE.stars.set(2)));
            results.add(b.model(NOTE)
                    .where(NOTE.slug.eq("k"))
                    .upsert(u -> u.create(NOTE.stars.set(3)).when(NOTE.stars.gt(5))));
            results.add(b.model(NOTE).where(NOTE.slug.eq("k")).delete());
        });
        assertThat(results.stream().map(result -> (Object) result.get()).toList())
                .isEqualTo(List.of(false, Outcome.REFUSED, true));
    }

    @Test
    void manyCallsOfOneShape() {
        orm.batch(b -> {
            for (int i = 0; i < 500; i++) {
                b.model(DOCUMENT).create(DOCUMENT.title.set("t" + i));
            }
        });
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(500);
    }
}
