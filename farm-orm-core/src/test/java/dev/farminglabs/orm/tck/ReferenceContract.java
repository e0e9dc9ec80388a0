package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Company.PARTICIPATION;
import static dev.farminglabs.orm.tck.Company.PERSON;
import static dev.farminglabs.orm.tck.Company.PROFILE;
import static dev.farminglabs.orm.tck.Company.PROJECT;
import static dev.farminglabs.orm.tck.Company.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.Upsert.Outcome;
import dev.farminglabs.orm.driver.Ability;
import dev.farminglabs.orm.driver.Capabilities;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** References: restrict, cascade, set null. */
public abstract class ReferenceContract extends Contract<Company> {

    protected ReferenceContract() {
        super(new Company());
    }

    @BeforeEach
    void company() {
        CompanyFixture.fill(orm);
    }

    @Test
    void nothingPointsAtNothingAsDeclared() {
        if (capabilities().has(Ability.REFERENCES)) {
            OrmError error = failure(
                    OrmErrorCode.FOREIGN_KEY_VIOLATION,
                    () -> orm.model(PROFILE).create(PROFILE.personId.set("secret-nobody")));
            assertThat(error).isInstanceOf(DataIntegrityViolationException.class);
            assertThat(error.model()).isEqualTo("profile");
            assertThat(error.fields()).containsExactly("personId");
            assertThat(message(error)).doesNotContain("secret-nobody");
            failure(
                    OrmErrorCode.FOREIGN_KEY_VIOLATION,
                    () -> orm.model(PERSON).where(PERSON.id.eq("ann")).update(PERSON.teamId.set("nowhere")));
        } else {
            orm.model(PROFILE).create(PROFILE.personId.set("nobody"));
        }
    }

    /** MariaDB looks at the references of what it would insert before it sees that the key is taken. */
    @Test
    void aCreateHalfThatIsNotUsedMayPointAtNothing() {
        assertThat(orm.model(PERSON)
                        .where(PERSON.email.eq("ann@x"))
                        .upsert(u -> u.create(PERSON.name.set("other"), PERSON.teamId.set("nowhere"))
                                .update(PERSON.name.set("Ann"))))
                .isEqualTo(Outcome.UPDATED);
        assertThat(orm.model(PERSON).where(PERSON.email.eq("ann@x")).findValues(PERSON.name))
                .containsExactly("Ann");
    }

    @Test
    void restrictIsTheDefault() {
        OrmError error = failure(
                OrmErrorCode.FOREIGN_KEY_VIOLATION,
                () -> orm.model(PERSON).where(PERSON.id.eq("ann")).delete());
        assertThat(error.model()).isEqualTo("project");
        assertThat(error.fields()).containsExactly("ownerEmail");
        failure(
                OrmErrorCode.FOREIGN_KEY_VIOLATION,
                () -> orm.model(PERSON).where(PERSON.name.in("ann", "dan")).deleteMany());
        assertThat(orm.model(PERSON).count()).isEqualTo(4);
        assertThat(orm.model(PARTICIPATION).count())
                .as("the cascade is undone too")
                .isEqualTo(4);
        assertThat(orm.model(PROFILE).count()).isEqualTo(2);
    }

    @Test
    void cascadeDeletesWhatPointsHere() {
        orm.model(PROJECT).where(PROJECT.ownerEmail.eq("ann@x")).deleteMany();
        assertThat(orm.model(PARTICIPATION).count()).isZero();
        assertThat(orm.model(PERSON).where(PERSON.id.eq("ann")).delete()).isTrue();
        assertThat(orm.model(PROFILE).where(PROFILE.personId.eq("ann")).count()).isZero();
        assertThat(orm.model(PROFILE).count()).isEqualTo(1);
    }

    @Test
    void aConditionOnRecordsThatGoToo() {
        assertThat(orm.model(PROJECT)
                        .where(PROJECT.participations.some(PARTICIPATION.role.eq("lead")))
                        .deleteMany())
                .isEqualTo(1);
        assertThat(orm.model(PROJECT).where(PROJECT.code.eq("p1")).exists()).isFalse();
        assertThat(orm.model(PARTICIPATION).count()).isEqualTo(1);
    }

    static final class House extends Model<House> {
        public final IdField<String> id = id();
    }

    static final class Tenancy extends Model<Tenancy> {
        public final IdField<String> id = id();
        public final StringField keptBy = string().nullable().references(() -> HOUSE.id);
        public final StringField goesWith =
                string().nullable().references(() -> HOUSE.id).onDelete(OnDelete.CASCADE);
    }

    private static final House HOUSE = new House();
    private static final Tenancy TENANCY = new Tenancy();

    @Test
    void whatGoesInTheSameDeleteHoldsNothingBack() {
        OrmClient<Schema> houses = open(Schema.of("houses", HOUSE, TENANCY), "");
        houses.model(HOUSE).create(HOUSE.id.set("1"));
        houses.model(HOUSE).create(HOUSE.id.set("2"));
        houses.model(TENANCY).create(TENANCY.keptBy.set("1"), TENANCY.goesWith.set("2"));
        if (capabilities().references() == Capabilities.Support.EMULATED) {
            assertThat(houses.model(HOUSE).all().deleteMany()).isEqualTo(2);
            assertThat(houses.model(TENANCY).count()).isZero();
        } else {
            allOrNothing(houses);
        }
    }

    /** Which comes first, the cascade or the look at what is left, is each database's own affair. */
    private static void allOrNothing(OrmClient<Schema> houses) {
        try {
            assertThat(houses.model(HOUSE).all().deleteMany()).isEqualTo(2);
            assertThat(houses.model(TENANCY).count()).isZero();
        } catch (DataIntegrityViolationException e) {
            assertThat(OrmError.in(e)).map(OrmError::code).contains(OrmErrorCode.FOREIGN_KEY_VIOLATION);
            assertThat(houses.model(HOUSE).count() + houses.model(TENANCY).count())
                    .isEqualTo(3);
        }
    }

    @Test
    void recordsOfOneCreateManyMayPointAtEachOther() {
        record NewTeam(String id, String name, String parentId) {}
        NewTeam child = new NewTeam("child", "child", "parent");
        NewTeam parent = new NewTeam("parent", "parent", "parent");
        if (fixture().checksReferencesRecordByRecord()) {
            failure(OrmErrorCode.FOREIGN_KEY_VIOLATION, () -> orm.model(TEAM).createMany(List.of(child, parent)));
            assertThat(orm.model(TEAM).createMany(List.of(parent, child))).isEqualTo(2);
        } else {
            assertThat(orm.model(TEAM).createMany(List.of(child, parent))).isEqualTo(2);
        }
    }

    @Test
    void setNullTakesTheReferenceAway() {
        assertThat(orm.model(TEAM).where(TEAM.name.eq("left")).delete()).isTrue();
        assertThat(orm.model(PERSON)
                        .where(PERSON.teamId.isNull())
                        .orderBy(PERSON.name.asc())
                        .findValues(PERSON.name))
                .containsExactly("ann", "bob", "dan");
        assertThat(orm.model(TEAM).where(TEAM.name.eq("root")).delete()).isTrue();
        assertThat(orm.model(TEAM).where(TEAM.parentId.isNull()).findValues(TEAM.name))
                .containsExactly("right");
    }

    @Test
    void aRecordMayPointAtItself() {
        orm.model(TEAM).create(TEAM.id.set("self"), TEAM.name.set("self"), TEAM.parentId.set("self"));
        assertThat(orm.model(TEAM).where(TEAM.id.eq("self")).delete()).isTrue();
    }

    @Test
    void anUpsertThatChangesNothingOfARecordThatPointsAtItself() {
        record Named(String name) {}
        orm.model(TEAM).create(TEAM.id.set("self"), TEAM.name.set("self"), TEAM.parentId.set("self"));
        orm.model(TEAM).create(TEAM.id.set("child"), TEAM.name.set("child"), TEAM.parentId.set("self"));
        Named found =
                orm.model(TEAM).where(TEAM.id.eq("self")).upsert(Named.class, u -> u.create(TEAM.name.set("child")));
        assertThat(found).isEqualTo(new Named("self"));
    }

    @Test
    void nullPointsNowhere() {
        assertThat(orm.model(PERSON).where(PERSON.id.eq("ann")).update(PERSON.teamId.setOrNull(null)))
                .isTrue();
        assertThat(orm.model(PERSON).where(PERSON.team.isEmpty()).count()).isEqualTo(2);
    }

    @Test
    void allAtOnceCanGo() {
        orm.model(PROJECT).all().deleteMany();
        assertThat(orm.model(PERSON).all().deleteMany()).isEqualTo(4);
        assertThat(orm.model(TEAM).all().deleteMany()).isEqualTo(3);
        assertThat(orm.model(PARTICIPATION).count()).isZero();
    }
}
