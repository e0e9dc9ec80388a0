package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.Upsert.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record past its time is not in the way of any key, however the other record comes to it. */
public abstract class ExpiredKeysContract extends Contract<Schema> {

    static final class Seat extends Model<Seat> {
        public final IdField<String> id = id();
        public final StringField room = string();
        public final StringField place = string();
        public final StringField badge = string().unique();
        public final DateTimeField until = datetime().expires();

        public final Unique2<String, String> roomPlace = unique(room, place);

        Seat() {
            super("seats");
        }
    }

    private static final Seat SEAT = new Seat();
    private static final Instant LATER = START.plusSeconds(3_600);

    protected ExpiredKeysContract() {
        super(Schema.of("expiredKeys", SEAT));
    }

    /** One that is over, and one that is not. */
    @BeforeEach
    void deadAndAlive() {
        seat("dead", "r", "1", "badge-dead", START.plusSeconds(1));
        seat("alive", "r", "2", "badge-alive", LATER);
        clock.set(START.plusSeconds(2));
    }

    private void seat(String id, String room, String place, String badge, Instant until) {
        orm.model(SEAT)
                .create(
                        SEAT.id.set(id),
                        SEAT.room.set(room),
                        SEAT.place.set(place),
                        SEAT.badge.set(badge),
                        SEAT.until.set(until));
    }

    @Test
    void anUpdateOfOneFieldOfACompoundKey() {
        assertThat(orm.model(SEAT).where(SEAT.id.eq("alive")).update(SEAT.place.set("1")))
                .isTrue();
        assertThat(orm.model(SEAT).where(SEAT.roomPlace.is("r", "1")).count()).isEqualTo(1);
    }

    @Test
    void theUpdateHalfOfAnUpsert() {
        Outcome outcome = orm.model(SEAT)
                .where(SEAT.roomPlace.is("r", "2"))
                .upsert(u ->
                        u.create(SEAT.badge.set("new"), SEAT.until.set(LATER)).update(SEAT.badge.set("badge-dead")));
        assertThat(outcome).isEqualTo(Outcome.UPDATED);
        assertThat(orm.model(SEAT).where(SEAT.badge.eq("badge-dead")).count()).isEqualTo(1);
    }

    @Test
    void anUpsertThatGivesTheIdOfTheDead() {
        Outcome outcome = orm.model(SEAT)
                .where(SEAT.roomPlace.is("r", "3"))
                .upsert(u -> u.create(SEAT.id.set("dead"), SEAT.badge.set("b"), SEAT.until.set(LATER)));
        assertThat(outcome).isEqualTo(Outcome.CREATED);
        assertThat(orm.model(SEAT).where(SEAT.id.eq("dead")).findValues(SEAT.place))
                .containsExactly("3");
    }

    @Test
    void aCreateOverAllOfItsKeys() {
        seat("dead", "r", "1", "badge-dead", LATER);
        assertThat(orm.model(SEAT).count()).isEqualTo(2);
    }
}
