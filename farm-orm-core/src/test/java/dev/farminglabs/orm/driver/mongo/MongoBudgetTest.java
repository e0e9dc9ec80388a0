package dev.farminglabs.orm.driver.mongo;

import static com.acme.platform.ControlPlane.SUBSCRIPTION;
import static com.acme.platform.ControlPlane.USER;
import static com.acme.platform.ControlPlane.WORKSPACE;
import static com.acme.platform.ControlPlane.WORKSPACE_MEMBERSHIP;
import static com.acme.platform.FastState.RATE_LIMIT_BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.platform.ControlPlane;
import com.acme.platform.FastState;
import com.acme.platform.Plan;
import com.acme.platform.PlatformStore;
import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many commands each call costs, counted by the driver's own listener. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoBudgetTest {

    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    private final ObservedMongo mongo = new ObservedMongo();
    private final OrmClient<ControlPlane> durable =
            FarmOrm.bootstrap(new ControlPlane(), new MongoDriver(mongo.client, mongo.database));
    private final OrmClient<FastState> fast =
            FarmOrm.bootstrap(new FastState(), new MongoDriver(mongo.client, mongo.database));
    private final PlatformStore store = new PlatformStore(durable, fast);

    /** The first call looks whether the collections are there and what the deployment can do. */
    @BeforeAll
    void warmUp() {
        durable.capabilities();
        durable.model(USER).count();
        fast.model(RATE_LIMIT_BUCKET).count();
    }

    @BeforeEach
    void workspaces() {
        durable.model(WORKSPACE_MEMBERSHIP).all().deleteMany();
        durable.model(SUBSCRIPTION).all().deleteMany();
        durable.model(WORKSPACE).all().deleteMany();
        durable.model(USER).all().deleteMany();
        fast.model(RATE_LIMIT_BUCKET).all().deleteMany();
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    private void workspace(String slug) {
        store.createWorkspaceWithOwner(new PlatformStore.NewWorkspace(slug, slug, slug + "@x", "Owner"));
    }

    @Test
    void aWriteOfOneRecordIsOneCommand() {
        assertThat(mongo.of(() -> durable.model(USER).create(USER.email.set("e"), USER.name.set("n"))))
                .containsExactly("insert");
        assertThat(mongo.of(() -> durable.model(USER).where(USER.email.eq("e")).update(USER.name.set("m"))))
                .containsExactly("update");
        assertThat(mongo.of(() -> durable.model(USER)
                        .where(USER.email.eq("f"))
                        .upsert(u -> u.create(USER.name.set("n")).update(USER.name.set("n")))))
                .containsExactly("update");
        assertThat(mongo.of(() -> durable.model(USER)
                        .where(USER.email.eq("f"))
                        .upsert(u -> u.create(USER.name.set("n")).update(USER.name.set("n")))))
                .containsExactly("update");
        workspace("a");
        String membership = durable.model(WORKSPACE_MEMBERSHIP)
                .findValues(WORKSPACE_MEMBERSHIP.id)
                .get(0);
        for (boolean there : List.of(true, false)) {
            assertThat(mongo.of(() -> assertThat(durable.model(WORKSPACE_MEMBERSHIP)
                                    .where(WORKSPACE_MEMBERSHIP.id.eq(membership))
                                    .delete())
                            .isEqualTo(there)))
                    .containsExactly("delete");
        }
    }

    /** A workspace is referenced by memberships, which go with it, by subscriptions and by the audit log. */
    @Test
    void aDeleteLooksIntoEachReference() {
        workspace("a");
        assertThat(mongo.of(() -> assertThat(durable.model(WORKSPACE)
                                .where(WORKSPACE.slug.eq("a"))
                                .delete())
                        .isTrue()))
                .containsExactly("find", "find", "find", "find", "delete", "delete");
        durable.model(WORKSPACE)
                .create(WORKSPACE.slug.set("b"), WORKSPACE.name.set("b"), WORKSPACE.plan.set(Plan.FREE));
        assertThat(mongo.of(() -> assertThat(durable.model(WORKSPACE)
                                .where(WORKSPACE.slug.eq("b"))
                                .delete())
                        .isTrue()))
                .as("nothing goes with it")
                .containsExactly("find", "find", "find", "find", "delete");
    }

    @Test
    void createWorkspaceWithOwnerIsThree() {
        assertThat(mongo.of(() -> workspace("a"))).containsExactly("findAndModify", "insert", "insert");
    }

    @Test
    void aSessionIsStartedInOne() {
        var session = new PlatformStore.NewSession("token", "u", "w", Map.of("k", 1), LATER);
        assertThat(mongo.of(() -> store.startSession(session))).containsExactly("update");
        assertThat(mongo.of(() -> store.startSession(session))).containsExactly("update");
    }

    @Test
    void aRateLimitIsConsumedInOne() {
        store.tryConsume("s", "i", 5, LATER);
        assertThat(mongo.of(() -> store.tryConsume("s", "i", 5, LATER))).containsExactly("update");
        assertThat(mongo.of(() -> fast.model(RATE_LIMIT_BUCKET)
                        .where(RATE_LIMIT_BUCKET.bucket.is("s", "i"), RATE_LIMIT_BUCKET.remaining.gt(9))
                        .update(RATE_LIMIT_BUCKET.remaining.decrement(1))))
                .as("a guarded update that is refused")
                .containsExactly("update");
    }

    @Test
    void aDashboardIsOneCommand() {
        workspace("a");
        assertThat(mongo.of(() -> durable.model(WORKSPACE)
                        .where(WORKSPACE.slug.eq("a"))
                        .findUnique(PlatformStore.WorkspaceView.class)
                        .orElseThrow()))
                .containsExactly("aggregate");
    }

    @Test
    void fiftyDashboardsCostAsMuchAsOne() {
        for (int i = 0; i < 50; i++) {
            workspace("w" + i);
        }
        assertThat(mongo.of(() -> assertThat(durable.model(WORKSPACE).findMany(PlatformStore.WorkspaceView.class))
                        .hasSize(50)
                        .allMatch(view -> view.memberships().size() == 1)))
                .containsExactly("find", "aggregate", "find");
    }

    @Test
    void aConditionOnRelatedRecordsIsPartOfTheOne() {
        workspace("a");
        assertThat(mongo.of(() -> assertThat(durable.model(WORKSPACE)
                                .where(WORKSPACE.memberships.some(WORKSPACE_MEMBERSHIP.role.eq("owner")))
                                .findValues(WORKSPACE.slug))
                        .containsExactly("a")))
                .containsExactly("aggregate");
    }

    @Test
    void aThousandRecordsComeInOneBatch() {
        record NewUser(String email, String name) {}
        List<NewUser> users = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> new NewUser("u" + i, "n"))
                .toList();
        assertThat(mongo.of(() -> durable.model(USER).createMany(users)))
                .containsOnly("insert")
                .hasSizeLessThanOrEqualTo(2);
        assertThat(mongo.of(() ->
                        assertThat(durable.model(USER).findValues(USER.email)).hasSize(1000)))
                .containsExactly("find");
    }

    @Test
    void aKeyIsAskedForWithoutOperators() {
        mongo.of(
                () -> durable.model(WORKSPACE).where(WORKSPACE.slug.eq("first")).findUnique());
        assertThat(mongo.bodies.get(0)).contains("\"slug\": \"first\"");
    }

    @Test
    void valuesStayValues() {
        mongo.of(() -> durable.model(WORKSPACE)
                .where(WORKSPACE.slug.eq("{\"$gt\": \"\"}"), WORKSPACE.plan.in(Plan.FREE))
                .count());
        assertThat(mongo.bodies.get(0)).contains("\"slug\": {\"$eq\": \"{\\\"$gt\\\": \\\"\\\"}\"}");
    }
}
