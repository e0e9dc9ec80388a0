package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Batch;
import dev.farminglabs.orm.Condition;
import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.ModelClient;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Freed keys together with what else decides whether a record is there: tenants, times, versions, and many at once. */
public abstract class FreedKeysTogetherContract extends Contract<Schema> {

    private static final int THREADS = 16;

    static final class Hall extends Model<Hall> {
        public final IdField<String> id = id();
        public final StringField name = string();

        public final HasMany<Seat> seats = hasMany(() -> SEAT.hallId);
    }

    static final class Seat extends Model<Seat> {
        public final IdField<String> id = id();
        public final StringField orgId = string().tenant();
        public final StringField hallId = string().nullable().references(() -> HALL.id);
        public final StringField name = string();
        public final NumberField<Integer> uses = integer().defaultTo(0);
        public final NumberField<Long> version = version();
        public final DateTimeField expiresAt = datetime().nullable().expires();
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();

        public final Unique2<String, String> nameInOrg = unique(orgId, name);
    }

    private static final Hall HALL = new Hall();
    private static final Seat SEAT = new Seat();

    record NewSeat(String name, @Nullable Instant deletedAt) {}

    record Versioned(Long version, @Nullable Boolean live) {}

    private OrmClient<Schema> own;

    protected FreedKeysTogetherContract() {
        super(Schema.of("freedTogether", HALL, SEAT));
    }

    @BeforeEach
    void oneSeat() {
        own = orm.forTenant("a");
        orm.model(HALL).create(HALL.id.set("h"), HALL.name.set("hall"));
        seats().create(SEAT.id.set("first"), SEAT.name.set("x"), SEAT.hallId.set("h"));
    }

    private ModelClient<Seat> seats() {
        return own.model(SEAT);
    }

    private boolean delete() {
        return seats().where(SEAT.nameInOrg.is("a", "x")).delete();
    }

    private List<String> names(ModelClient<Seat> client) {
        return client.orderBy(SEAT.name.asc()).findValues(SEAT.name);
    }

    @Test
    void aTenantFreesItsOwnKeyAlone() {
        ModelClient<Seat> others = orm.forTenant("b").model(SEAT);
        others.create(SEAT.name.set("x"));
        assertThat(delete()).isTrue();
        assertThat(failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> others.create(SEAT.name.set("x")))
                        .fields())
                .containsExactly("orgId", "name");
        seats().create(SEAT.id.set("second"), SEAT.name.set("x"));
        failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> seats().create(SEAT.name.set("x")));
        assertThat(orm.acrossTenants()
                        .model(SEAT)
                        .where(SEAT.nameInOrg.is("a", "x"))
                        .findUnique()
                        .orElseThrow()
                        .get(SEAT.id))
                .isEqualTo("second");
        assertThat(orm.acrossTenants().model(SEAT).count()).isEqualTo(2);
    }

    @Test
    void whatIsMarkedAndPastItsTimeIsInNobodysWay() {
        Instant end = START.plusSeconds(60);
        assertThat(seats().where(SEAT.id.eq("first")).update(SEAT.expiresAt.set(end)))
                .isTrue();
        assertThat(delete()).isTrue();
        seats().create(SEAT.id.set("second"), SEAT.name.set("x"), SEAT.expiresAt.set(end));
        clock.advance(Duration.ofSeconds(61));
        assertThat(seats().where(SEAT.nameInOrg.is("a", "x")).exists()).isFalse();
        for (Outcome outcome : List.of(Outcome.CREATED, Outcome.UPDATED)) {
            assertThat(seats().where(SEAT.nameInOrg.is("a", "x"))
                            .upsert(u -> u.create().update(SEAT.uses.increment(1))))
                    .isEqualTo(outcome);
        }
        failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> seats().create(SEAT.name.set("x")));
        assertThat(names(seats())).containsExactly("x");
    }

    @Test
    void aMarkAndItsUndoingAreWritesThatCount() {
        ModelClient<Seat> everyone = seats().withDeleted();
        assertThat(delete()).isTrue();
        assertThat(everyone.where(SEAT.id.eq("first")).findUnique(Versioned.class))
                .contains(new Versioned(2L, null));
        assertThat(everyone.where(SEAT.id.eq("first"), SEAT.version.eq(1L)).update(SEAT.deletedAt.setOrNull(null)))
                .isFalse();
        assertThat(everyone.where(SEAT.id.eq("first"), SEAT.version.eq(2L))
                        .update(Versioned.class, SEAT.deletedAt.setOrNull(null)))
                .contains(new Versioned(3L, true));
        assertThat(seats().where(SEAT.nameInOrg.is("a", "x"), SEAT.version.eq(3L))
                        .delete())
                .isTrue();
    }

    @Test
    void manyAreCreatedAtOnceMarkedAndNot() {
        assertThat(delete()).isTrue();
        assertThat(seats().createMany(List.of(new NewSeat("x", null), new NewSeat("y", START), new NewSeat("z", null))))
                .isEqualTo(3);
        assertThat(names(seats())).containsExactly("x", "z");
        assertThat(names(seats().withDeleted())).containsExactly("x", "x", "y", "z");
        assertThat(seats().createMany(List.of(new NewSeat("y", null)))).isEqualTo(1);
        failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> seats().createMany(List.of(new NewSeat("z", null))));
    }

    @Test
    void aBatchSeesTheKeyFreedByItsEarlierCalls() {
        List<Batch.Result<?>> results = new ArrayList<>();
        own.batch(b -> {
            var x = b.model(SEAT).where(SEAT.nameInOrg.is("a", "x"));
            results.add(x.createIfAbsent());
            results.add(x.delete());
            results.add(x.createIfAbsent());
            results.add(x.upsert(u -> u.create().update(SEAT.uses.increment(1))));
        });
        assertThat(results.stream().map(result -> (Object) result.get()).toList())
                .isEqualTo(List.of(false, true, true, Outcome.UPDATED));
        assertThat(seats().findValues(SEAT.uses)).containsExactly(1);
    }

    @Test
    void relationsSeeWhoIsThere() {
        seats().create(SEAT.name.set("y"), SEAT.hallId.set("h"));
        assertThat(delete()).isTrue();
        assertThat(halls(HALL.seats.some(SEAT.name.eq("x")))).isEmpty();
        assertThat(halls(HALL.seats.some(SEAT.name.eq("y")))).containsExactly("hall");
        assertThat(halls(HALL.seats.none(SEAT.name.eq("x")))).containsExactly("hall");
        assertThat(own.model(HALL)
                        .withDeleted()
                        .where(HALL.seats.some(SEAT.name.eq("x")))
                        .findValues(HALL.name))
                .containsExactly("hall");
        assertThat(own.model(HALL)
                        .withDeleted()
                        .where(HALL.seats.none(SEAT.name.eq("x")))
                        .exists())
                .isFalse();
    }

    private List<String> halls(Condition<Hall> condition) {
        return own.model(HALL).where(condition).findValues(HALL.name);
    }

    @Test
    void ofManyThatWantAFreedKeyOneGetsIt() throws Exception {
        assertThat(delete()).isTrue();
        List<Boolean> created = Together.run(
                THREADS, () -> seats().where(SEAT.nameInOrg.is("a", "x")).createIfAbsent());
        assertThat(Collections.frequency(created, true)).isEqualTo(1);
        assertThat(delete()).isTrue();
        List<Outcome> outcomes = Together.run(
                THREADS,
                () -> seats().where(SEAT.nameInOrg.is("a", "x"))
                        .upsert(u -> u.create(SEAT.uses.set(1)).update(SEAT.uses.increment(1))));
        assertThat(Collections.frequency(outcomes, Outcome.CREATED)).isEqualTo(1);
        assertThat(seats().findValues(SEAT.uses)).containsExactly(THREADS);
    }

    @Test
    void whatIsCreatedAndDeletedAtTheSameTimeIsThereOnceOrNotAtAll() throws Exception {
        AtomicLong there = new AtomicLong(1);
        Together.run(THREADS, () -> {
            for (int i = 0; i < 4; i++) {
                if (delete()) {
                    there.decrementAndGet();
                }
                if (seats().where(SEAT.nameInOrg.is("a", "x")).createIfAbsent()) {
                    there.incrementAndGet();
                }
            }
            return 0;
        });
        assertThat(there.get()).isBetween(0L, 1L);
        assertThat(seats().count()).isEqualTo(there.get());
    }
}
