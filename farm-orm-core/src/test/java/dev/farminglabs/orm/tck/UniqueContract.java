package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.BOOKING;
import static dev.farminglabs.orm.tck.Samples.COUNTER;
import static dev.farminglabs.orm.tck.Samples.DOCUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.orm.tck.Samples.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** Unique keys: one field, several, with and without values. */
public abstract class UniqueContract extends Contract<Samples> {

    protected UniqueContract() {
        super(new Samples());
    }

    private Row booking(String room, int day, Level slot, @Nullable String guest) {
        return orm.model(BOOKING)
                .create(
                        BOOKING.room.set(room),
                        BOOKING.day.set(day),
                        BOOKING.slot.set(slot),
                        BOOKING.guest.setOrNull(guest));
    }

    /** A database that reads a changed record back by its key would not find it. */
    @Test
    void aRecordThatLosesTheKeyItIsFoundByIsShown() {
        record Aliased(String name, @Nullable String alias) {}
        orm.model(COUNTER).create(COUNTER.scope.set("s"), COUNTER.name.set("n"), COUNTER.alias.set("a"));
        assertThat(orm.model(COUNTER).where(COUNTER.alias.eq("a")).update(Aliased.class, COUNTER.alias.setOrNull(null)))
                .contains(new Aliased("n", null));
        assertThat(orm.model(COUNTER).where(COUNTER.alias.eq("a")).update(Aliased.class, COUNTER.alias.setOrNull(null)))
                .isEmpty();
    }

    @Test
    void namesTheKeyThatBroke() {
        orm.model(DOCUMENT).create(DOCUMENT.title.set("secret-title"));
        OrmError error = failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(DOCUMENT).create(DOCUMENT.title.set("secret-title")));
        assertThat(error).isInstanceOf(DuplicateKeyException.class);
        assertThat(error.model()).isEqualTo("document");
        assertThat(error.fields()).containsExactly("title");
        assertThat(error.violates(DOCUMENT.title)).isTrue();
        assertThat(error.violates(DOCUMENT.id)).isFalse();
        assertThat(error.violates(COUNTER.key)).isFalse();
        assertThat(error.retry()).isEqualTo(Retry.NEVER);
        assertThat(error.store()).isEqualTo(capabilities().store());
        assertThat(message(error)).contains("document", "title").doesNotContain("secret-title");
    }

    @Test
    void theIdIsAKey() {
        if (!capabilities().givenIds()) {
            OrmError refused = failure(
                    OrmErrorCode.UNSUPPORTED,
                    () -> orm.model(DOCUMENT).create(DOCUMENT.id.set("i"), DOCUMENT.title.set("a")));
            assertThat(message(refused)).contains("GIVEN_IDS");
            return;
        }
        orm.model(DOCUMENT).create(DOCUMENT.id.set("i"), DOCUMENT.title.set("a"));
        OrmError error = failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(DOCUMENT).create(DOCUMENT.id.set("i"), DOCUMENT.title.set("b")));
        assertThat(error.violates(DOCUMENT.id)).isTrue();
    }

    @Test
    void compoundKeysAreAboutAllTheirFields() {
        booking("r", 1, Level.LOW, null);
        booking("r", 1, Level.HIGH, null);
        booking("r", 2, Level.LOW, null);
        OrmError error = failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> booking("r", 1, Level.LOW, "g"));
        assertThat(error.fields()).containsExactlyInAnyOrder("room", "day", "slot");
        assertThat(error.violates(BOOKING.place)).isTrue();
        assertThat(error.violates(BOOKING.guestDay)).isFalse();
    }

    @Test
    void joinedPartsAreNotConfused() {
        orm.model(COUNTER).create(COUNTER.scope.set("a"), COUNTER.name.set("b:c"));
        orm.model(COUNTER).create(COUNTER.scope.set("a:b"), COUNTER.name.set("c"));
        orm.model(COUNTER).create(COUNTER.scope.set(""), COUNTER.name.set("a:b:c"));
        assertThat(orm.model(COUNTER).count()).isEqualTo(3);
    }

    @Test
    void uniqueIfPresentLeavesOutNull() {
        booking("r", 1, Level.LOW, "g");
        booking("r", 1, Level.MIDDLE, null);
        booking("r", 1, Level.HIGH, null);
        OrmError error = failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> booking("q", 1, Level.LOW, "g"));
        assertThat(error.violates(BOOKING.guestDay)).isTrue();
        booking("q", 2, Level.LOW, "g");
    }

    @Test
    void updatesKeepTheKeyToo() {
        orm.model(DOCUMENT).create(DOCUMENT.title.set("a"));
        orm.model(DOCUMENT).create(DOCUMENT.title.set("b"));
        if (!capabilities().keyChanges()) {
            keyChangesAreRefused();
            return;
        }
        OrmError error = failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("b")).update(DOCUMENT.title.set("a")));
        assertThat(error.violates(DOCUMENT.title)).isTrue();
        assertThat(orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).update(DOCUMENT.title.set("a")))
                .isTrue();
        failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> orm.model(DOCUMENT).all().updateMany(DOCUMENT.title.set("c")));
        assertThat(orm.model(DOCUMENT).orderBy(DOCUMENT.title.asc()).findValues(DOCUMENT.title))
                .containsExactly("a", "b");
    }

    private void keyChangesAreRefused() {
        OrmError error = failure(
                OrmErrorCode.UNSUPPORTED,
                () -> orm.model(DOCUMENT).where(DOCUMENT.title.eq("b")).update(DOCUMENT.title.set("c")));
        assertThat(message(error)).contains("KEY_CHANGES");
        failure(OrmErrorCode.UNSUPPORTED, () -> orm.model(DOCUMENT).all().updateMany(DOCUMENT.title.set("c")));
        assertThat(orm.model(DOCUMENT).orderBy(DOCUMENT.title.asc()).findValues(DOCUMENT.title))
                .containsExactly("a", "b");
    }

    @Test
    void aFreedValueCanBeTaken() {
        orm.model(DOCUMENT).create(DOCUMENT.title.set("a"));
        if (capabilities().keyChanges()) {
            orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).update(DOCUMENT.title.set("b"));
        } else {
            orm.model(DOCUMENT).where(DOCUMENT.title.eq("a")).delete();
            orm.model(DOCUMENT).create(DOCUMENT.title.set("b"));
        }
        orm.model(DOCUMENT).create(DOCUMENT.title.set("a"));
        orm.model(DOCUMENT).where(DOCUMENT.title.eq("b")).delete();
        orm.model(DOCUMENT).create(DOCUMENT.title.set("b"));
        assertThat(orm.model(DOCUMENT).count()).isEqualTo(2);
    }

    static final class NullableUnique extends Model<NullableUnique> {
        public final IdField<String> id = id();
        public final StringField a = string().nullable().unique();
        public final StringField b = string().nullable();
        public final StringField c = string();

        public final Unique2<String, String> bc = unique(b, c);
    }

    @Test
    void aNullableUniqueFieldHasToSayWhatNullMeans() {
        OrmError error = failure(OrmErrorCode.INVALID_SCHEMA, () -> Schema.of("nullableUnique", new NullableUnique()));
        assertThat(message(error)).contains("a is nullable and unique", "[b, c]", "uniqueIfPresent");
    }
}
