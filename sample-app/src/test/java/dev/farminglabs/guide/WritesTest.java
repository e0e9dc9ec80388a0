package dev.farminglabs.guide;

import static dev.farminglabs.sample.storage.ControlPlane.USER;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.FastState.CACHE_ENTRY;
import static dev.farminglabs.sample.storage.FastState.RATE_LIMIT_BUCKET;
import static dev.farminglabs.sample.storage.FastState.SESSION_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Row;
import dev.farminglabs.orm.Upsert;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.FastState;
import dev.farminglabs.sample.storage.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/writes.md. */
class WritesTest {

    record NewUser(String email, String name) {}

    record Person(String id, String email, String name) {}

    private final OrmClient<ControlPlane> orm = GuideStore.controlPlane();
    private final OrmClient<FastState> fast = FarmOrm.inMemory(new FastState());

    @Test
    void creating() {
        Row row = orm.model(USER).create(USER.email.set("a@example.org"), USER.name.set("A"));
        Person person = orm.model(USER).create(Person.class, new NewUser("b@example.org", "B"));
        long created = orm.model(USER)
                .createMany(List.of(new NewUser("c@example.org", "C"), new NewUser("d@example.org", "D")));

        assertThat(row.get(USER.id)).isNotEqualTo(person.id());
        assertThat(created).isEqualTo(2);
    }

    @Test
    void changing() {
        boolean changed = orm.model(WORKSPACE).where(WORKSPACE.slug.eq("acme")).update(WORKSPACE.plan.set(Plan.FREE));
        long downgraded =
                orm.model(WORKSPACE).where(WORKSPACE.plan.eq(Plan.PRO)).updateMany(WORKSPACE.plan.set(Plan.FREE));
        boolean removed = fast.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq("t"))
                .delete();
        long cleared = fast.model(CACHE_ENTRY).all().deleteMany();

        assertThat(changed).isTrue();
        assertThat(removed).isFalse();
        assertThat(downgraded + cleared).isZero();
    }

    @Test
    void upserting() {
        Person ada = orm.model(USER)
                .where(USER.email.eq("ada@acme.example"))
                .upsert(Person.class, u -> u.create(USER.name.set("Ada")).update(USER.name.set("Ada King")));
        boolean first = fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is("inbox", "message-1"))
                .createIfAbsent(CACHE_ENTRY.value.set(Map.of()));

        assertThat(ada.name()).isEqualTo("Ada King");
        assertThat(first).isTrue();
    }

    @Test
    void limiting() {
        assertThat(consume(2)).isEqualTo(Upsert.Outcome.CREATED);
        assertThat(consume(2)).isEqualTo(Upsert.Outcome.UPDATED);
        assertThat(consume(2)).isEqualTo(Upsert.Outcome.REFUSED);
    }

    private Upsert.Outcome consume(int limit) {
        Upsert.Outcome outcome = fast.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is("api", "client-1"))
                .upsert(u -> u.create(
                                RATE_LIMIT_BUCKET.remaining.set(limit - 1), RATE_LIMIT_BUCKET.resetAt.set(inAMinute()))
                        .update(RATE_LIMIT_BUCKET.remaining.decrement(1))
                        .when(RATE_LIMIT_BUCKET.remaining.gt(0)));
        return outcome;
    }

    private static Instant inAMinute() {
        return Instant.now().plusSeconds(60);
    }

    @Test
    void transactions() {
        String id = orm.transaction(tx -> {
            Row user = tx.model(USER).create(USER.email.set("e@example.org"), USER.name.set("E"));
            tx.model(WORKSPACE).create(WORKSPACE.slug.set("e"), WORKSPACE.name.set("E"), WORKSPACE.plan.set(Plan.FREE));
            return user.get(USER.id);
        });

        assertThat(orm.model(USER).where(USER.id.eq(id)).exists()).isTrue();
    }
}
