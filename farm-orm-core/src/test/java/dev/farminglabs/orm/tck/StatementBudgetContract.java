package dev.farminglabs.orm.tck;

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
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.tck.ObservedDataSource.Counts;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What each verb may cost on an SQL database. A statement is one call of an execute method, so several statements that travel
 * in one round trip count once, and each member of a JDBC batch counts. Begin and commit count one each, though a driver may
 * send the begin together with the first statement.
 */
public abstract class StatementBudgetContract extends Contract<ControlPlane> {

    private OrmClient<FastState> fast;
    private ObservedDataSource observed;

    record Name(String name) {}

    record NewUser(String email, String name) {}

    record NewMembership(String userId, String workspaceId, String role) {}

    record NewSubscription(String workspaceId, String providerCustomerId, String status) {}

    record NewWorkspace(String id, String slug, String name, Plan plan) {}

    record Remaining(int remaining) {}

    protected StatementBudgetContract() {
        super(new ControlPlane());
    }

    /** Whether the database undoes a statement that fails; H2 does not undo queries that write. */
    boolean undoesByItself() {
        return true;
    }

    /** How many statements an upsert may take; one where the store tells what it did. */
    long upsert() {
        return 1;
    }

    /** How many statements more an update or upsert may take that gives back what it stored. */
    long readBack() {
        return 0;
    }

    @BeforeAll
    void observe() {
        fast = open(new FastState(), "fast_");
        observed = ((JdbcPlace) place()).observed();
    }

    @BeforeEach
    void warmUp() {
        orm.capabilities();
        orm.model(USER).create(USER.id.set("u"), USER.email.set("u@x"), USER.name.set("U"));
        observed.reset();
    }

    private long statements(Runnable work) {
        observed.reset();
        work.run();
        return observed.counts().statements();
    }

    @Test
    void readingIsOneStatement() {
        assertThat(statements(() -> orm.model(USER).where(USER.email.eq("u@x")).findUnique(Name.class)))
                .isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).findFirst(Name.class))).isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).orderBy(USER.name.asc()).findMany(Name.class)))
                .isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).count())).isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).exists())).isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).max(USER.createdAt))).isEqualTo(1);
        assertThat(statements(() -> orm.model(USER)
                        .where(USER.memberships.some(WORKSPACE_MEMBERSHIP.role.eq("owner")))
                        .findMany()))
                .isEqualTo(1);
    }

    @Test
    void whatNeedsNoStoreAsksNone() {
        assertThat(statements(() -> orm.model(USER).take(0).findMany())).isLessThanOrEqualTo(1);
        assertThat(statements(() -> orm.model(USER).createMany(List.of()))).isZero();
    }

    @Test
    void writingIsOneStatement() {
        assertThat(statements(() -> orm.model(USER).create(USER.email.set("a@x"), USER.name.set("A"))))
                .isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).where(USER.email.eq("a@x")).update(USER.name.set("B"))))
                .isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).where(USER.email.eq("a@x")).update(Name.class, USER.name.set("C"))))
                .isBetween(1L, 1 + readBack());
        assertThat(statements(() -> orm.model(USER).where(USER.email.eq("a@x")).delete()))
                .isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).all().updateMany(USER.name.set("D"))))
                .isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).where(USER.name.eq("D")).deleteMany()))
                .isEqualTo(1);
        assertThat(statements(() -> orm.model(USER).where(USER.email.eq("n@x")).createIfAbsent(USER.name.set("N"))))
                .isEqualTo(1);
        if (undoesByItself() && readBack() == 0) {
            assertThat(observed.counts().begins())
                    .as("one statement needs no transaction")
                    .isZero();
        }
    }

    @Test
    void upsertIsOneStatement() {
        for (int i = 0; i < 2; i++) {
            assertThat(statements(() -> orm.model(USER)
                            .where(USER.email.eq("a@x"))
                            .upsert(u -> u.create(USER.name.set("A")).update(USER.name.set("B")))))
                    .isBetween(1L, upsert());
            assertThat(statements(() -> orm.model(USER)
                            .where(USER.email.eq("b@x"))
                            .upsert(
                                    Name.class,
                                    u -> u.create(USER.name.set("A")).update(USER.name.set("B")))))
                    .isBetween(1L, upsert() + readBack());
            assertThat(statements(() -> orm.model(USER)
                            .where(USER.email.eq("c@x"))
                            .upsert(Name.class, u -> u.create(USER.name.set("A")))))
                    .isBetween(1L, upsert() + readBack());
        }
    }

    @Test
    void aConditionalUpsertIsOneStatementWhateverComesOut() {
        Instant end = START.plusSeconds(60);
        for (int i = 0; i < 4; i++) {
            assertThat(statements(() -> fast.model(RATE_LIMIT_BUCKET)
                            .where(RATE_LIMIT_BUCKET.bucket.is("s", "i"))
                            .upsert(u -> u.create(
                                            RATE_LIMIT_BUCKET.remaining.set(1), RATE_LIMIT_BUCKET.resetAt.set(end))
                                    .update(RATE_LIMIT_BUCKET.remaining.decrement(1))
                                    .when(RATE_LIMIT_BUCKET.remaining.gt(0)))))
                    .isBetween(1L, upsert());
        }
    }

    @Test
    void createManyIsAtMostTwo() {
        List<NewUser> users = IntStream.range(0, 1000)
                .mapToObj(i -> new NewUser("e" + i, "n"))
                .toList();
        assertThat(statements(() -> orm.model(USER).createMany(users))).isBetween(1L, 2L);
        assertThat(orm.model(USER).count()).isEqualTo(1001);
    }

    private void workspaces(int count, int members, int subscriptions) {
        orm.model(USER)
                .createMany(IntStream.range(0, members)
                        .mapToObj(i -> new NewUser("m" + i + "@x", "n" + i))
                        .toList());
        List<String> users = orm.model(USER).where(USER.id.ne("u")).findValues(USER.id);
        List<String> ids = IntStream.range(0, count).mapToObj(i -> "w" + i).toList();
        orm.model(WORKSPACE)
                .createMany(ids.stream()
                        .map(id -> new NewWorkspace(id, id, "n", Plan.PRO))
                        .toList());
        orm.model(WORKSPACE_MEMBERSHIP)
                .createMany(ids.stream()
                        .flatMap(id -> users.stream().map(user -> new NewMembership(user, id, "r")))
                        .toList());
        orm.model(SUBSCRIPTION)
                .createMany(ids.stream()
                        .flatMap(id -> IntStream.range(0, subscriptions)
                                .mapToObj(i -> new NewSubscription(id, id + "-" + i, "on")))
                        .toList());
    }

    @Test
    void aDashboardIsAtMostThreeAndReadsNoProduct() {
        workspaces(3, 20, 7);
        observed.reset();
        PlatformStore.WorkspaceView view = orm.model(WORKSPACE)
                .where(WORKSPACE.slug.eq("w1"))
                .findUnique(PlatformStore.WorkspaceView.class)
                .orElseThrow();
        Counts counts = observed.counts();
        assertThat(view.memberships()).hasSize(20);
        assertThat(view.subscriptions()).hasSize(7);
        assertThat(counts.statements()).isBetween(1L, 3L);
        assertThat(counts.rows()).isLessThanOrEqualTo(1 + 20 + 7);
    }

    @Test
    void fiftyWorkspacesAreAtMostFour() {
        workspaces(50, 6, 2);
        observed.reset();
        List<PlatformStore.WorkspaceView> views =
                orm.model(WORKSPACE).orderBy(WORKSPACE.slug.asc()).findMany(PlatformStore.WorkspaceView.class);
        assertThat(views).hasSize(50).allMatch(view -> view.memberships().size() == 6);
        assertThat(observed.counts().statements()).isBetween(1L, 4L);
        assertThat(observed.counts().rows()).isLessThanOrEqualTo(50 + 50 * 6 + 50 * 2 + 6);
    }

    @Test
    void aTransactionOfTwoCreatesIsFour() {
        observed.reset();
        orm.transaction(tx -> {
            tx.model(USER).create(USER.email.set("a@x"), USER.name.set("A"));
            tx.model(USER).create(USER.email.set("b@x"), USER.name.set("B"));
            return 0;
        });
        Counts counts = observed.counts();
        assertThat(counts.statements()).isEqualTo(2);
        assertThat(counts.begins()).isEqualTo(1);
        assertThat(counts.commits()).isEqualTo(1);
        assertThat(counts.rollbacks()).isZero();
    }

    @Test
    void aWorkspaceWithItsOwnerIsThree() {
        PlatformStore platform = new PlatformStore(orm, fast);
        assertThat(statements(
                        () -> platform.createWorkspaceWithOwner(new PlatformStore.NewWorkspace("s", "S", "o@x", "O"))))
                .isBetween(3L, 2 + upsert() + readBack());
        assertThat(statements(() -> platform.loadWorkspaceDashboard("s")))
                .as("and one for what is cached")
                .isLessThanOrEqualTo(4);
    }
}
