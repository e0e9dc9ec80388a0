package dev.farminglabs.orm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.Upsert;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.driver.Difference;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a model says {@code live()}, a record that is marked as deleted lets go of its unique keys. */
public abstract class FreedKeysContract extends Contract<Schema> {

    static final class Person extends Model<Person> {
        public final IdField<String> id = id();
        public final StringField name = string();

        public final HasOne<Handle> handle = hasOne(() -> HANDLE.personId);

        Person() {
            super("persons");
        }
    }

    static final class Handle extends Model<Handle> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final StringField personId = string().unique().references(() -> PERSON.id);
        public final StringField street = string();
        public final NumberField<Integer> house = integer();
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();

        public final Unique2<String, Integer> address = unique(street, house);

        Handle() {
            super("handles");
        }
    }

    private static final Person PERSON = new Person();
    private static final Handle HANDLE = new Handle();

    record Held(
            String id,
            String name,
            @Nullable Instant deletedAt,
            @Nullable Boolean live) {}

    record Named(String name) {}

    record Owner(String name, Optional<Named> handle) {}

    protected FreedKeysContract() {
        super(Schema.of("freedKeys", PERSON, HANDLE));
    }

    @BeforeEach
    void oneThatIsThere() {
        for (String name : List.of("a", "b", "c")) {
            orm.model(PERSON).create(PERSON.id.set(name), PERSON.name.set(name));
        }
        handle("first", "ann", "a", 1);
    }

    private void handle(String id, String name, String person, int house) {
        orm.model(HANDLE)
                .create(
                        HANDLE.id.set(id),
                        HANDLE.name.set(name),
                        HANDLE.personId.set(person),
                        HANDLE.street.set("s"),
                        HANDLE.house.set(house));
    }

    private void mark(String name) {
        assertThat(orm.model(HANDLE).where(HANDLE.name.eq(name)).delete()).isTrue();
    }

    private List<String> all() {
        return orm.model(HANDLE).withDeleted().orderBy(HANDLE.id.asc()).findValues(HANDLE.id);
    }

    @Test
    void whatIsThereHoldsItsKeys() {
        assertThat(failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> handle("other", "ann", "b", 2))
                        .fields())
                .containsExactly("name");
        assertThat(failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> handle("other", "bob", "b", 1))
                        .fields())
                .containsExactly("street", "house");
        assertThat(orm.model(HANDLE).where(HANDLE.name.eq("ann")).findUnique(Held.class))
                .contains(new Held("first", "ann", null, true));
        assertThat(orm.model(HANDLE).where(HANDLE.address.is("s", 1)).findUnique(Named.class))
                .contains(new Named("ann"));
    }

    @Test
    void whatIsMarkedLetsGoOfThem() {
        mark("ann");
        handle("second", "ann", "a", 1);
        assertThat(orm.model(HANDLE).where(HANDLE.name.eq("ann")).findUnique(Held.class))
                .contains(new Held("second", "ann", null, true));
        assertThat(orm.model(HANDLE).where(HANDLE.address.is("s", 1)).update(Named.class, HANDLE.name.set("anna")))
                .contains(new Named("anna"));
        assertThat(orm.model(HANDLE).withDeleted().where(HANDLE.id.eq("first")).findUnique(Held.class))
                .contains(new Held("first", "ann", START_STORED, null));
        assertThat(all()).containsExactly("first", "second");
    }

    @Test
    void setupFindsItsKeysAgain() {
        assertThat(builder(orm.schema()).setup().drift()).isEmpty();
    }

    @Test
    void theIdStays() {
        mark("ann");
        failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> handle("first", "bob", "b", 2));
    }

    @Test
    void anyNumberOfMarkedRecordsMayHaveHadTheSame() {
        mark("ann");
        for (String id : List.of("second", "third")) {
            handle(id, "ann", "a", 1);
            mark("ann");
        }
        assertThat(all()).containsExactly("first", "second", "third");
        assertThat(orm.model(HANDLE).where(HANDLE.name.eq("ann")).exists()).isFalse();
        assertThat(orm.model(HANDLE).where(HANDLE.name.eq("ann")).purge()).isEqualTo(3);
    }

    @Test
    void anUpsertDoesNotMeetThem() {
        mark("ann");
        for (Outcome outcome : List.of(Outcome.CREATED, Outcome.UPDATED)) {
            assertThat(orm.model(HANDLE)
                            .where(HANDLE.name.eq("ann"))
                            .upsert(u -> u.create(HANDLE.personId.set("b"), HANDLE.street.set("t"), HANDLE.house.set(1))
                                    .update(HANDLE.house.increment(1))))
                    .isEqualTo(outcome);
        }
        assertThat(orm.model(HANDLE)
                        .where(HANDLE.address.is("t", 2))
                        .createIfAbsent(HANDLE.name.set("bob"), HANDLE.personId.set("c")))
                .isFalse();
        assertThat(orm.model(HANDLE).where(HANDLE.name.eq("ann")).update(HANDLE.name.set("eve")))
                .isTrue();
        mark("eve");
        assertThat(orm.model(HANDLE)
                        .where(HANDLE.address.is("t", 2))
                        .createIfAbsent(HANDLE.name.set("ann"), HANDLE.personId.set("c")))
                .isTrue();
    }

    @Test
    void aMarkIsTakenAwayWhereTheKeyIsFree() {
        mark("ann");
        handle("second", "ann", "b", 2);
        var first = orm.model(HANDLE).withDeleted().where(HANDLE.id.eq("first"));
        assertThat(failure(
                                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                                () -> first.update(HANDLE.deletedAt.setOrNull(null)))
                        .fields())
                .containsExactly("name");
        assertThat(orm.model(HANDLE).where(HANDLE.id.eq("second")).update(HANDLE.name.set("bob")))
                .isTrue();
        assertThat(first.update(HANDLE.deletedAt.setOrNull(null))).isTrue();
        assertThat(orm.model(HANDLE).where(HANDLE.name.eq("ann")).findUnique(Held.class))
                .contains(new Held("first", "ann", null, true));
        failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> handle("third", "ann", "c", 3));
    }

    @Test
    void aMarkThatIsSetByHandLetsGoToo() {
        assertThat(orm.model(HANDLE).where(HANDLE.name.eq("ann")).update(Held.class, HANDLE.deletedAt.setNow()))
                .contains(new Held("first", "ann", START_STORED, null));
        orm.model(HANDLE)
                .create(
                        HANDLE.id.set("born"),
                        HANDLE.name.set("bob"),
                        HANDLE.personId.set("b"),
                        HANDLE.street.set("s"),
                        HANDLE.house.set(2),
                        HANDLE.deletedAt.setNow());
        handle("second", "ann", "a", 1);
        handle("third", "bob", "b", 2);
        handle("fourth", "cid", "c", 3);
        assertThat(orm.model(HANDLE).where(HANDLE.house.eq(3)).updateMany(HANDLE.deletedAt.setNow()))
                .isEqualTo(1);
        handle("fifth", "cid", "c", 3);
    }

    @Test
    void inSightOfTheMarkedAKeyAloneFindsNoOne() {
        mark("ann");
        var everyone = orm.model(HANDLE).withDeleted();
        refused("withDeleted()", () -> everyone.where(HANDLE.name.eq("ann")).findUnique());
        refused("withDeleted()", () -> everyone.where(HANDLE.name.eq("ann")).update(HANDLE.house.set(3)));
        assertThat(everyone.where(HANDLE.name.eq("ann"), HANDLE.live.eq(true)).findUnique())
                .isEmpty();
        assertThat(everyone.where(HANDLE.name.eq("ann")).count()).isEqualTo(1);
    }

    @Test
    void nobodySetsWhatFollowsTheMark() {
        refused(
                "follows the mark",
                () -> orm.model(HANDLE).where(HANDLE.name.eq("ann")).update(HANDLE.live.set(true)));
        refused("follows the mark", () -> orm.model(HANDLE).create(HANDLE.live.set(true)));
        refused(
                "use delete",
                () -> orm.model(HANDLE)
                        .where(HANDLE.name.eq("bob"))
                        .upsert(u -> u.create(HANDLE.personId.set("b"), HANDLE.street.set("s"), HANDLE.house.set(2))
                                .update(HANDLE.deletedAt.setNow())));
        refused(
                "use create",
                () -> orm.model(HANDLE)
                        .where(HANDLE.name.eq("bob"))
                        .createIfAbsent(
                                HANDLE.personId.set("b"),
                                HANDLE.street.set("s"),
                                HANDLE.house.set(2),
                                HANDLE.deletedAt.setNow()));
    }

    @Test
    void noRecordIsMadeThatIsNeitherThereNorMarked() {
        var neither = orm.model(HANDLE).withDeleted().where(HANDLE.name.eq("bob"), HANDLE.live.eq(false));
        refused(
                "is true",
                () -> neither.upsert(
                        u -> u.create(HANDLE.personId.set("b"), HANDLE.street.set("s"), HANDLE.house.set(2))));
        refused(
                "is true",
                () -> neither.createIfAbsent(HANDLE.personId.set("b"), HANDLE.street.set("s"), HANDLE.house.set(2)));
        assertThat(all()).containsExactly("first");
        assertThat(orm.model(HANDLE)
                        .withDeleted()
                        .where(HANDLE.name.eq("bob"), HANDLE.live.eq(true))
                        .createIfAbsent(HANDLE.personId.set("b"), HANDLE.street.set("s"), HANDLE.house.set(2)))
                .isTrue();
    }

    @Test
    void anUpsertByTheIdMarksAndTakesTheMarkAway() {
        var first = orm.model(HANDLE).withDeleted().where(HANDLE.id.eq("first"));
        assertThat(first.upsert(u -> another(u).update(HANDLE.deletedAt.setNow())))
                .isEqualTo(Outcome.UPDATED);
        handle("second", "ann", "a", 1);
        assertThat(failure(
                                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                                () -> first.upsert(u -> another(u).update(HANDLE.deletedAt.setOrNull(null))))
                        .fields())
                .isNotEmpty();
        assertThat(orm.model(HANDLE).where(HANDLE.id.eq("second")).purge()).isEqualTo(1);
        assertThat(first.upsert(u -> another(u).update(HANDLE.deletedAt.setOrNull(null))))
                .isEqualTo(Outcome.UPDATED);
        assertThat(orm.model(HANDLE).where(HANDLE.name.eq("ann")).findUnique(Held.class))
                .contains(new Held("first", "ann", null, true));
        refused(
                "take its mark away",
                () -> orm.model(HANDLE)
                        .where(HANDLE.name.eq("ann"))
                        .upsert(u -> u.create(HANDLE.personId.set("c"), HANDLE.street.set("s"), HANDLE.house.set(9))
                                .update(HANDLE.deletedAt.setOrNull(null))));
    }

    private static Upsert<Handle> another(Upsert<Handle> upsert) {
        return upsert.create(
                HANDLE.name.set("eve"), HANDLE.personId.set("c"), HANDLE.street.set("t"), HANDLE.house.set(9));
    }

    @Test
    void aRelationToOneShowsTheOneThatIsThere() {
        mark("ann");
        handle("second", "anna", "a", 1);
        Owner ann = new Owner("a", Optional.of(new Named("anna")));
        assertThat(orm.model(PERSON).where(PERSON.id.eq("a")).findUnique(Owner.class))
                .contains(ann);
        assertThat(orm.model(PERSON).withDeleted().where(PERSON.id.in("a", "b")).findMany(Owner.class))
                .containsExactlyInAnyOrder(ann, new Owner("b", Optional.empty()));
    }

    static final class Before extends Model<Before> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final DateTimeField deletedAt = softDelete();

        Before() {
            super("labels");
            // without an index a key-value store may name records by their key, and cannot be told of another
            index(deletedAt);
        }
    }

    static final class After extends Model<After> {
        public final IdField<String> id = id();
        public final StringField name = string().unique();
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();

        After() {
            super("labels");
            index(deletedAt);
        }
    }

    @Test
    void recordsOfBeforeAreThereOnceTheyAreToldSo() {
        if (fixture() instanceof MemoryFixture) {
            return; // it keeps a table to the columns it was made with
        }
        Before before = new Before();
        After after = new After();
        OrmClient<Schema> old = open(Schema.of("before", before), "old_");
        for (String name : List.of("ann", "bob", "cid")) {
            old.model(before).create(before.id.set(name), before.name.set(name));
        }
        old.model(before).where(before.name.eq("ann")).delete();
        OrmClient<Schema> labels = open(Schema.of("after", after), "old_");
        assertThat(builder(labels.schema()).prefix("old_").setup().drift().stream()
                        .filter(difference -> difference.expected().equals("no unique index over [name] alone")))
                .hasSize(fixture().structured() ? 1 : 0)
                .allMatch(Difference::breaking);
        if (!fixture().columns()) {
            assertThat(labels.model(after).count()).isZero();
        }

        assertThat(labels.model(after)
                        .withDeleted()
                        .where(after.deletedAt.isNull())
                        .updateMany(after.deletedAt.setOrNull(null)))
                .isEqualTo(2);

        assertThat(labels.model(after).orderBy(after.id.asc()).findValues(after.name))
                .containsExactly("bob", "cid");
        assertThat(labels.model(after).where(after.name.eq("bob")).findUnique(Held.class))
                .contains(new Held("bob", "bob", null, true));
        failure(
                OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION,
                () -> labels.model(after).create(after.id.set("other"), after.name.set("bob")));
        assertThat(labels.model(after).withDeleted().where(after.id.eq("ann")).findUnique(Held.class))
                .contains(new Held("ann", "ann", START_STORED, fixture().columns() ? true : null));
        labels.model(after).all().purge();
    }
}
