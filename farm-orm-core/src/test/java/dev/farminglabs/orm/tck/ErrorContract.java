package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Company.PERSON;
import static dev.farminglabs.orm.tck.Company.PROFILE;
import static dev.farminglabs.orm.tck.Company.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/** Spring's exception classes, each an {@code OrmError}, and no stored value in any message. */
public abstract class ErrorContract extends Contract<Company> {

    private static final String SECRET = "secret-value-7f3a";

    protected ErrorContract() {
        super(new Company());
    }

    private void person(String email) {
        orm.model(PERSON).create(PERSON.email.set(email), PERSON.name.set(SECRET));
    }

    @Test
    void haveTheClassASpringUserExpects() {
        person(SECRET);
        assertThat(catchThrowable(() -> person(SECRET))).isInstanceOf(DuplicateKeyException.class);
        assertThat(catchThrowable(() -> orm.model(PERSON).create(PERSON.email.set(SECRET))))
                .isInstanceOf(DataIntegrityViolationException.class)
                .isNotInstanceOf(DuplicateKeyException.class);
        assertThat(catchThrowable(() -> orm.model(PERSON).where().deleteMany()))
                .isInstanceOf(InvalidDataAccessApiUsageException.class);
        assertThat(catchThrowable(() -> FarmOrm.connect(new Company(), "no store")))
                .isInstanceOf(InvalidDataAccessApiUsageException.class);
    }

    @Test
    void aMissingTableIsNamed() {
        if (fixture().structured()) {
            var unprepared = builder(new Company()).prefix("unprepared_").connect();
            OrmError error = failure(
                    OrmErrorCode.MISSING_TABLE, () -> unprepared.model(PERSON).count());
            assertThat(error).isInstanceOf(InvalidDataAccessResourceUsageException.class);
            assertThat(error.retry()).isEqualTo(Retry.NEVER);
            assertThat(error.model()).isEqualTo("person");
            failure(
                    OrmErrorCode.MISSING_TABLE,
                    () -> unprepared.model(PERSON).create(PERSON.email.set("e"), PERSON.name.set("n")));
        } else {
            assertThat(builder(new Company())
                            .prefix("unprepared_")
                            .connect()
                            .model(PERSON)
                            .count())
                    .isZero();
        }
    }

    @Test
    void areFoundHoweverDeep() {
        person("e");
        Throwable thrown = catchThrowable(() -> person("e"));
        RuntimeException deep = new RuntimeException(new IllegalStateException(thrown));
        assertThat(OrmError.in(deep).orElseThrow().code()).isEqualTo(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION);
        assertThat(OrmError.in(deep).filter(e -> e.violates(PERSON.email))).isPresent();
        assertThat(OrmError.in(new RuntimeException("other"))).isEmpty();
        assertThat(OrmError.in(null)).isEmpty();
    }

    @Test
    void nameTheKeyAndNotItsNeighbour() {
        person("e");
        OrmError error = failure(OrmErrorCode.UNIQUE_CONSTRAINT_VIOLATION, () -> person("e"));
        assertThat(error.violates(PERSON.email)).isTrue();
        assertThat(error.violates(PERSON.id)).isFalse();
        assertThat(error.violates(TEAM.name)).isFalse();
    }

    @Test
    void noMessageHoldsAStoredValue() {
        person(SECRET);
        orm.model(TEAM).create(TEAM.id.set(SECRET), TEAM.name.set(SECRET));
        List<ThrowingCallable> calls = List.of(
                () -> person(SECRET),
                () -> orm.model(TEAM).create(TEAM.id.set(SECRET), TEAM.name.set("x")),
                () -> orm.model(TEAM).create(TEAM.name.set(SECRET)),
                () -> orm.model(PERSON).create(PERSON.email.set(SECRET + "2")),
                () -> orm.model(PERSON).create(PERSON.name.set(SECRET)),
                () -> orm.model(PERSON)
                        .where(PERSON.email.eq(SECRET))
                        .upsert(u -> u.create(PERSON.email.set(SECRET + "3"), PERSON.name.set(SECRET))),
                () -> orm.model(PERSON).where(PERSON.name.eq(SECRET)).findUnique(),
                () -> orm.model(PERSON).where(PERSON.name.eq(SECRET)).delete(),
                () -> orm.model(PERSON).create(PERSON.email.set(SECRET + "\0"), PERSON.name.set(SECRET)),
                () -> orm.model(PERSON).where(PERSON.name.eq(SECRET + "\ud800")).count(),
                () -> orm.model(PERSON).findPage(NamedOnly.class, dev.farminglabs.orm.Cursor.after(SECRET, 3)));
        List<Throwable> seen = new ArrayList<>();
        calls.forEach(call -> seen.add(catchThrowable(call)));
        assertThat(seen).allSatisfy(thrown -> {
            assertThat(thrown).isInstanceOf(DataAccessException.class).isInstanceOf(OrmError.class);
            assertThat(thrown.getMessage()).doesNotContain(SECRET);
        });
    }

    record NamedOnly(String name) {}

    @Test
    void referencesTellAsMuch() {
        if (capabilities().has(dev.farminglabs.orm.driver.Ability.REFERENCES)) {
            OrmError error = failure(
                    OrmErrorCode.FOREIGN_KEY_VIOLATION, () -> orm.model(PROFILE).create(PROFILE.personId.set(SECRET)));
            assertThat(message(error)).contains("profile", "personId").doesNotContain(SECRET);
            assertThat(error.retry()).isEqualTo(Retry.NEVER);
        } else {
            assertThat(capabilities().references()).isNotNull();
        }
    }
}
