package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Lives.OWNER;
import static dev.farminglabs.orm.tck.Lives.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.driver.Capabilities.Support;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record whose time has come is gone, to the millisecond, whoever removes it. */
public abstract class ExpiryContract extends Contract<Lives> {

    private static final Instant END = START_STORED.plusMillis(1000);

    record NewPass(String token, @Nullable Instant expiresAt) {}

    record Token(String token) {}

    record OwnerView(String name, List<Token> passes) {}

    protected ExpiryContract() {
        super(new Lives());
    }

    @BeforeEach
    void onePassThatEndsAndOneThatStays() {
        String owner = orm.model(OWNER).create(OWNER.name.set("o")).get(OWNER.id);
        orm.model(PASS)
                .create(
                        PASS.id.set("ends"),
                        PASS.token.set("ends"),
                        PASS.ownerId.set(owner),
                        PASS.uses.set(5),
                        PASS.expiresAt.set(END));
        orm.model(PASS)
                .create(PASS.id.set("stays"), PASS.token.set("stays"), PASS.ownerId.set(owner), PASS.uses.set(1));
    }

    private List<String> tokens() {
        return orm.model(PASS).orderBy(PASS.token.asc()).findValues(PASS.token);
    }

    @Test
    void isThere() {
        assertThat(capabilities().expiry()).isNotEqualTo(Support.NONE);
    }

    @Test
    void isReadUntilTheMillisecondBefore() {
        clock.set(END.minusMillis(1));
        assertThat(tokens()).containsExactly("ends", "stays");
        assertThat(orm.model(PASS).where(PASS.token.eq("ends")).findUnique()).isPresent();
        clock.set(END.minusNanos(1));
        assertThat(tokens()).containsExactly("ends", "stays");
        clock.set(END);
        assertThat(tokens()).containsExactly("stays");
        assertThat(orm.model(PASS).where(PASS.token.eq("ends")).findUnique()).isEmpty();
        clock.advance(Duration.ofDays(400));
        assertThat(tokens()).containsExactly("stays");
    }

    @Test
    void noReadingVerbSeesIt() {
        clock.set(END);
        assertThat(orm.model(PASS).where(PASS.id.eq("ends")).findUnique(Token.class))
                .isEmpty();
        assertThat(orm.model(PASS).findMany(Token.class)).containsExactly(new Token("stays"));
        assertThat(orm.model(PASS).findFirst(Token.class)).contains(new Token("stays"));
        assertThat(orm.model(PASS).findPage(Token.class, Cursor.first(5)).items())
                .containsExactly(new Token("stays"));
        assertThat(orm.model(PASS).count()).isEqualTo(1);
        assertThat(orm.model(PASS).where(PASS.token.eq("ends")).exists()).isFalse();
        assertThat(orm.model(PASS).where(PASS.token.ne("x").not()).count()).isZero();
        assertThat(orm.model(PASS).sum(PASS.uses)).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(orm.model(PASS).max(PASS.uses)).contains(1);
        assertThat(orm.model(PASS).avg(PASS.uses).orElseThrow()).isEqualByComparingTo("1");
        assertThat(orm.model(PASS).countBy(PASS.token)).isEqualTo(Map.of("stays", 1L));
    }

    @Test
    void relationsDoNotSeeIt() {
        assertThat(orm.model(OWNER).findFirst(OwnerView.class).orElseThrow().passes())
                .containsExactlyInAnyOrder(new Token("ends"), new Token("stays"));
        clock.set(END);
        assertThat(orm.model(OWNER).findMany(OwnerView.class))
                .containsExactly(new OwnerView("o", List.of(new Token("stays"))));
        assertThat(orm.model(OWNER)
                        .where(OWNER.passes.some(PASS.token.eq("ends")))
                        .count())
                .isZero();
        assertThat(orm.model(OWNER)
                        .where(OWNER.passes.none(PASS.token.eq("ends")))
                        .count())
                .isEqualTo(1);
        assertThat(orm.model(OWNER)
                        .where(OWNER.passes.every(PASS.token.eq("stays")))
                        .count())
                .isEqualTo(1);
        orm.model(PASS).where(PASS.token.eq("stays")).delete();
        assertThat(orm.model(OWNER).where(OWNER.passes.isEmpty()).count()).isEqualTo(1);
        assertThat(orm.model(OWNER).where(OWNER.passes.isNotEmpty()).count()).isZero();
    }

    @Test
    void noWritingVerbSeesIt() {
        clock.set(END);
        assertThat(orm.model(PASS).where(PASS.token.eq("ends")).update(PASS.uses.increment(1)))
                .isFalse();
        assertThat(orm.model(PASS).where(PASS.token.eq("ends")).update(Token.class, PASS.expiresAt.setOrNull(null)))
                .isEmpty();
        assertThat(orm.model(PASS).where(PASS.token.eq("ends")).delete()).isFalse();
        assertThat(orm.model(PASS).all().updateMany(PASS.uses.set(0))).isEqualTo(1);
        assertThat(orm.model(PASS).all().deleteMany()).isEqualTo(1);
    }

    @Test
    void createTakesItsKeyAndItsId() {
        clock.set(END);
        orm.model(PASS).create(PASS.token.set("ends"), PASS.uses.set(9));
        orm.model(PASS).create(PASS.id.set("ends"), PASS.token.set("third"));
        assertThat(tokens()).containsExactly("ends", "stays", "third");
        assertThat(orm.model(PASS).where(PASS.token.eq("ends")).findValues(PASS.uses))
                .containsExactly(9);
    }

    @Test
    void createManyTakesTheKeysOfTheDead() {
        orm.model(PASS).create(PASS.token.set("ends too"), PASS.expiresAt.set(END));
        clock.set(END);
        assertThat(orm.model(PASS)
                        .createMany(List.of(
                                new NewPass("ends", null), new NewPass("ends too", null), new NewPass("new", null))))
                .isEqualTo(3);
        assertThat(tokens()).containsExactly("ends", "ends too", "new", "stays");
    }

    @Test
    void anUpdateTakesTheKeyOfTheDead() {
        clock.set(END);
        assertThat(orm.model(PASS).where(PASS.token.eq("stays")).update(PASS.token.set("ends")))
                .isTrue();
        assertThat(tokens()).containsExactly("ends");
    }

    @Test
    void upsertCreatesItAnew() {
        var ends = orm.model(PASS).where(PASS.token.eq("ends"));
        clock.set(END);
        assertThat(ends.upsert(u -> u.create(PASS.uses.set(1), PASS.expiresAt.set(END.plusMillis(10)))
                        .update(PASS.uses.increment(1))))
                .isEqualTo(Outcome.CREATED);
        assertThat(ends.upsert(u -> u.create(PASS.uses.set(1)).update(PASS.uses.increment(1))))
                .isEqualTo(Outcome.UPDATED);
        var row = ends.findUnique().orElseThrow();
        assertThat(row.get(PASS.uses)).isEqualTo(2);
        assertThat(row.getOrNull(PASS.ownerId)).isNull();
        assertThat(row.get(PASS.id)).isNotEqualTo("ends");
        assertThat(row.get(PASS.expiresAt)).isEqualTo(END.plusMillis(10));
        clock.advance(Duration.ofMillis(10));
        assertThat(ends.upsert(u -> u.create(PASS.uses.set(7))
                        .update(PASS.uses.increment(1))
                        .when(PASS.uses.lt(0))))
                .as("the condition is about a stored record")
                .isEqualTo(Outcome.CREATED);
        assertThat(ends.findUnique().orElseThrow().getOrNull(PASS.expiresAt)).isNull();
    }

    @Test
    void createIfAbsentCreatesItAnew() {
        var ends = orm.model(PASS).where(PASS.token.eq("ends"));
        clock.set(END.minusMillis(1));
        assertThat(ends.createIfAbsent(PASS.uses.set(1))).isFalse();
        clock.set(END);
        assertThat(ends.createIfAbsent(PASS.uses.set(1))).isTrue();
        assertThat(ends.createIfAbsent(PASS.uses.set(2))).isFalse();
        assertThat(ends.findUnique().orElseThrow().get(PASS.uses)).isEqualTo(1);
    }

    @Test
    void theTimeCanBeMovedAndTakenAway() {
        orm.model(PASS).where(PASS.token.eq("ends")).update(PASS.expiresAt.set(END.plusMillis(5)));
        orm.model(PASS).where(PASS.token.eq("stays")).update(PASS.expiresAt.set(END));
        clock.set(END);
        assertThat(tokens()).containsExactly("ends");
        orm.model(PASS).where(PASS.token.eq("ends")).update(PASS.expiresAt.setOrNull(null));
        clock.advance(Duration.ofDays(1));
        assertThat(tokens()).containsExactly("ends");
    }

    @Test
    void aRecordMayBeCreatedPastItsTime() {
        orm.model(PASS).create(PASS.token.set("late"), PASS.expiresAt.set(START_STORED));
        assertThat(tokens()).containsExactly("ends", "stays");
        orm.model(PASS).create(PASS.token.set("late"));
        assertThat(tokens()).containsExactly("ends", "late", "stays");
    }
}
