package dev.farminglabs.orm.tck;

import static com.acme.platform.ControlPlane.SUBSCRIPTION;
import static com.acme.platform.ControlPlane.USER;
import static com.acme.platform.ControlPlane.WORKSPACE;
import static com.acme.platform.ControlPlane.WORKSPACE_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.platform.ControlPlane;
import com.acme.platform.Plan;
import com.acme.platform.PlatformStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL reads in one round trip is what one find for each relation would have read. */
class NestedReadTest extends Contract<ControlPlane> implements PostgreSqlContractTest.OnPostgreSql {

    NestedReadTest() {
        super(new ControlPlane());
    }

    @BeforeEach
    void workspace() {
        orm.model(USER).create(USER.id.set("u"), USER.email.set("u@x"), USER.name.set("U"));
        orm.model(WORKSPACE)
                .create(
                        WORKSPACE.id.set("w"),
                        WORKSPACE.slug.set("before"),
                        WORKSPACE.name.set("W"),
                        WORKSPACE.plan.set(Plan.PRO));
        orm.model(WORKSPACE_MEMBERSHIP)
                .create(
                        WORKSPACE_MEMBERSHIP.userId.set("u"),
                        WORKSPACE_MEMBERSHIP.workspaceId.set("w"),
                        WORKSPACE_MEMBERSHIP.role.set("owner"));
    }

    private JdbcPlace jdbc() {
        return (JdbcPlace) place();
    }

    private Optional<PlatformStore.WorkspaceView> read() {
        return orm.model(WORKSPACE).where(WORKSPACE.slug.eq("before")).findUnique(PlatformStore.WorkspaceView.class);
    }

    @Test
    void aDashboardIsOneRoundTrip() {
        jdbc().observed().reset();
        assertThat(read().orElseThrow().memberships()).hasSize(1);
        assertThat(jdbc().observed().counts().statements()).isEqualTo(1);
    }

    /** Each of the statements sees the database as it is when the statement begins. */
    @Test
    void aRecordThatNoLongerMatchesWhenItsRelationsAreReadStillHasThem() throws Exception {
        CompletableFuture<Optional<PlatformStore.WorkspaceView>> reader;
        try (Connection other = ((DataSource) jdbc().store()).getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table \"workspace_memberships\" in access exclusive mode");
            reader = CompletableFuture.supplyAsync(this::read);
            await().untilAsserted(() -> assertThat(waiting()).isPositive());
            statement.execute("update \"workspaces\" set \"slug\" = 'after' where \"id\" = 'w'");
            other.commit();
            other.setAutoCommit(true);
        }
        PlatformStore.WorkspaceView view = reader.get(10, TimeUnit.SECONDS).orElseThrow();
        assertThat(view.slug()).isEqualTo("before");
        assertThat(view.memberships()).hasSize(1);
        assertThat(view.subscriptions()).isEmpty();
        assertThat(orm.model(SUBSCRIPTION).count()).isZero();
    }

    private int waiting() throws SQLException {
        return jdbc().lines("select 1 from pg_locks where not granted").size();
    }
}
