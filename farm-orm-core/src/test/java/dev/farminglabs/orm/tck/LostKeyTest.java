package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.tck.ObservedDataSource.Counts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it costs and what it sees to give back a record that loses a key, on a database that reads it back by one. */
class LostKeyTest extends Contract<Samples> implements MariaDbContractTest.OnMariaDb {

    record Aliased(String name, @Nullable String alias) {}

    private static final Optional<Aliased> LOST = Optional.of(new Aliased("n", null));

    LostKeyTest() {
        super(new Samples());
    }

    @BeforeEach
    void one() {
        orm.model(COUNTER)
                .create(COUNTER.id.set("i"), COUNTER.scope.set("s"), COUNTER.name.set("n"), COUNTER.alias.set("a"));
    }

    private Counts counts(Supplier<Optional<Aliased>> update) {
        ObservedDataSource observed = ((JdbcPlace) place()).observed();
        observed.reset();
        assertThat(update.get()).isEqualTo(LOST);
        return observed.counts();
    }

    @Test
    void byTheLostKeyItIsLookedUpFirstInOneTransaction() {
        Counts counts = counts(() ->
                orm.model(COUNTER).where(COUNTER.alias.eq("a")).update(Aliased.class, COUNTER.alias.setOrNull(null)));
        assertThat(counts.statements()).as("look up, update, read back").isEqualTo(3);
        assertThat(counts.begins()).isEqualTo(1);
        assertThat(counts.commits()).isEqualTo(1);
    }

    @Test
    void byAKeyThatStaysItIsNotLookedUp() {
        assertThat(counts(() -> orm.model(COUNTER)
                                .where(COUNTER.id.eq("i"))
                                .update(Aliased.class, COUNTER.alias.setOrNull(null)))
                        .statements())
                .isEqualTo(2);
        assertThat(counts(() -> orm.model(COUNTER)
                                .where(COUNTER.key.is("s", "n"), COUNTER.count.gte(0))
                                .update(Aliased.class, COUNTER.alias.setOrNull(null)))
                        .statements())
                .isEqualTo(2);
    }

    /** Reads of this transaction keep seeing what was there when it began; an update does not. */
    @Test
    void inATransactionTheLookUpSeesWhatTheUpdateDoes() {
        Optional<Aliased> updated = orm.transaction(tx -> {
            assertThat(tx.model(COUNTER).where(COUNTER.alias.eq("b")).exists()).isFalse();
            CompletableFuture.runAsync(() -> orm.model(COUNTER)
                            .create(COUNTER.scope.set("t"), COUNTER.name.set("n"), COUNTER.alias.set("b")))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            return tx.model(COUNTER).where(COUNTER.alias.eq("b")).update(Aliased.class, COUNTER.alias.setOrNull(null));
        });
        assertThat(updated).isEqualTo(LOST);
    }
}
