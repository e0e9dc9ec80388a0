package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Lives.NOTE;
import static dev.farminglabs.orm.tck.Lives.OWNER;
import static dev.farminglabs.orm.tck.Lives.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client with a ceiling changes so many records at once and no more. */
public abstract class CeilingContract extends Contract<Lives> {

    private OrmClient<Lives> careful;

    protected CeilingContract() {
        super(new Lives());
    }

    @BeforeEach
    void threeOfEach() {
        careful = builder(new Lives()).maxAffected(2).connect();
        for (String name : List.of("a", "b", "c")) {
            orm.model(NOTE).create(NOTE.slug.set(name));
            orm.model(PASS).create(PASS.token.set(name));
        }
    }

    private static void over(Runnable call) {
        refused("more than 2 records", call::run);
    }

    @Test
    void whatIsOverTheCeilingIsRefusedAndChangesNothing() {
        over(() -> careful.model(NOTE).all().updateMany(NOTE.stars.set(1)));
        over(() -> careful.model(NOTE).all().deleteMany());
        over(() -> careful.model(NOTE).all().purge());
        over(() -> careful.model(PASS).where(PASS.uses.lt(5)).deleteMany());
        over(() -> careful.model(PASS).where(PASS.uses.lt(5)).updateMany(PASS.uses.increment(1)));
        assertThat(orm.model(NOTE).findValues(NOTE.stars)).containsExactly(0, 0, 0);
        assertThat(orm.model(PASS).findValues(PASS.uses)).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsNotIsDone() {
        assertThat(careful.model(NOTE).where(NOTE.slug.in("a", "b")).updateMany(NOTE.stars.set(1)))
                .isEqualTo(2);
        assertThat(careful.model(NOTE).where(NOTE.slug.in("a", "b")).deleteMany())
                .isEqualTo(2);
        assertThat(careful.model(PASS).where(PASS.token.in("a", "b")).deleteMany())
                .isEqualTo(2);
        assertThat(careful.model(PASS).all().purge()).isEqualTo(1);
        assertThat(careful.model(NOTE).all().deleteMany())
                .as("one is not marked")
                .isEqualTo(1);
        assertThat(careful.model(OWNER).all().deleteMany()).isZero();
    }

    @Test
    void aBatchIsHeldToItToo() {
        refused(
                "more than 2 records",
                () -> careful.batch(batch -> batch.model(NOTE).all().deleteMany()));
        assertThat(orm.model(NOTE).count()).isEqualTo(3);
    }

    @Test
    void aRefusalDoesNotSpoilATransaction() {
        if (!capabilities().supportsTransactions()) {
            failure(OrmErrorCode.UNSUPPORTED, () -> careful.transaction(tx -> 1));
            return;
        }
        long stars = careful.transaction(tx -> {
            over(() -> tx.model(NOTE).all().updateMany(NOTE.stars.set(1)));
            return tx.model(NOTE).where(NOTE.slug.eq("a")).updateMany(NOTE.stars.set(4));
        });
        assertThat(stars).isEqualTo(1);
        assertThat(orm.model(NOTE).sum(NOTE.stars)).isEqualByComparingTo("4");
    }

    @Test
    void noneMayBeChangedWhereTheCeilingIsZero() {
        OrmClient<Lives> frozen = builder(new Lives()).maxAffected(0).connect();
        refused("more than 0 records", () -> frozen.model(NOTE).all().deleteMany());
        assertThat(frozen.model(NOTE).where(NOTE.slug.eq("x")).deleteMany()).isZero();
        refused("maxAffected", () -> builder(new Lives()).maxAffected(-1));
    }
}
