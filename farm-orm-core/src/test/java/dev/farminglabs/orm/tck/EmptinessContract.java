package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.Matching;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions that say nothing do not touch everything, and numbers that say a lot in few letters do no harm. */
public abstract class EmptinessContract extends Contract<Schema> {

    static final class Crate extends Model<Crate> {
        public final IdField<String> id = id();
        public final StringField name = string();
        public final StringField note = string().nullable();
        public final NumberField<BigDecimal> price = decimal(10, 2);

        public final HasMany<Apple> apples = hasMany(() -> APPLE.crateId);

        Crate() {
            super("crates");
        }
    }

    static final class Apple extends Model<Apple> {
        public final IdField<String> id = id();
        public final StringField crateId = string().references(() -> CRATE.id);

        Apple() {
            super("apples");
        }
    }

    private static final Crate CRATE = new Crate();
    private static final Apple APPLE = new Apple();

    protected EmptinessContract() {
        super(Schema.of("emptiness", CRATE, APPLE));
    }

    @BeforeEach
    void twoCrates() {
        orm.model(CRATE).create(CRATE.name.set("a"), CRATE.price.set(new BigDecimal("1.25")));
        orm.model(CRATE).create(CRATE.name.set("b"), CRATE.price.set(new BigDecimal("-1.25")));
    }

    @Test
    void aConditionWithNothingInItDeletesNothing() {
        List<Condition<Crate>> empty = List.of(
                Condition.allOf(),
                CRATE.name.notIn(),
                CRATE.name.contains(""),
                CRATE.name.startsWithIgnoreCase(""),
                CRATE.note.contains("").or(CRATE.name.endsWith("")),
                CRATE.id.isNotNull(),
                CRATE.id.isNull().not(),
                CRATE.apples.every(Condition.allOf()),
                CRATE.apples.none(Condition.anyOf()),
                CRATE.apples.some(APPLE.id.in()).not());
        for (Condition<Crate> condition : empty) {
            Matching<Crate> matching = orm.model(CRATE).where(condition);
            for (Runnable write : List.<Runnable>of(
                    matching::deleteMany, matching::purge, () -> matching.updateMany(CRATE.name.set("x")))) {
                assertThatThrownBy(write::run)
                        .isInstanceOfSatisfying(
                                OrmError.class,
                                error -> assertThat(error.code()).isEqualTo(OrmErrorCode.INVALID_QUERY));
            }
        }
        assertThat(orm.model(CRATE).count()).isEqualTo(2);
    }

    @Test
    void aConditionOnANullableFieldIsNotEmpty() {
        assertThat(orm.model(CRATE).where(CRATE.note.contains("")).deleteMany()).isZero();
        assertThat(orm.model(CRATE).where(CRATE.note.isNull()).deleteMany()).isEqualTo(2);
    }

    @Test
    void aHugeExponentIsComparedAtOnce() {
        assertThat(count(CRATE.price.lt(new BigDecimal("1E+300000000")))).isEqualTo(2);
        assertThat(count(CRATE.price.gt(new BigDecimal("-1E+300000000")))).isEqualTo(2);
        assertThat(count(CRATE.price.gt(new BigDecimal("1E-300000000")))).isEqualTo(1);
        assertThat(count(CRATE.price.gt(new BigDecimal("-1E-300000000")))).isEqualTo(1);
        assertThat(count(CRATE.price.eq(new BigDecimal("1E+300000000")))).isZero();
    }

    @Test
    void aNumberBetweenTwoValuesOfTheFieldIsComparedExactly() {
        assertThat(count(CRATE.price.gt(new BigDecimal("1.2499999999")))).isEqualTo(1);
        assertThat(count(CRATE.price.gt(new BigDecimal("1.2500000001")))).isZero();
        assertThat(count(CRATE.price.lt(new BigDecimal("-1.2499999999")))).isEqualTo(1);
        assertThat(count(CRATE.price.lt(new BigDecimal("-1.2500000001")))).isZero();
        assertThat(count(CRATE.price.eq(new BigDecimal("1.2500000001")))).isZero();
    }

    private long count(Condition<Crate> condition) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> orm.model(CRATE).where(condition).count());
    }
}
