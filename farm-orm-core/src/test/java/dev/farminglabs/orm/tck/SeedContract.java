package dev.farminglabs.orm.tck;

import static com.acme.framework.FrameworkSchema.PROJECT;
import static com.acme.modules.ModuleSchema.AUDIT_LOG;
import static com.acme.modules.ModuleSchema.FRAMEWORK_STATE;
import static com.acme.modules.ModuleSchema.OBSERVABILITY_SNAPSHOT;
import static com.acme.platform.ControlPlane.SUBSCRIPTION;
import static com.acme.platform.ControlPlane.USER;
import static com.acme.platform.ControlPlane.WORKSPACE_MEMBERSHIP;
import static com.acme.platform.FastState.CACHE_ENTRY;
import static com.acme.platform.FastState.RATE_LIMIT_BUCKET;
import static com.acme.platform.FastState.SESSION_STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.acme.framework.FrameworkSchema;
import com.acme.framework.FrameworkStore;
import com.acme.modules.ModuleSchema;
import com.acme.modules.ModuleStore;
import com.acme.platform.ControlPlane;
import com.acme.platform.FastState;
import com.acme.platform.Plan;
import com.acme.platform.PlatformStore;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** The seed documents, run as they stand. */
public abstract class SeedContract extends Contract<ControlPlane> {

    private OrmClient<FastState> fast;
    private OrmClient<FrameworkSchema> framework;
    private OrmClient<ModuleSchema> modules;
    private PlatformStore platform;

    protected SeedContract() {
        super(new ControlPlane());
    }

    @BeforeAll
    void otherSchemas() {
        fast = open(new FastState(), "fast_");
        framework = open(new FrameworkSchema(), "framework_");
        modules = open(new ModuleSchema(), "modules_");
        platform = new PlatformStore(orm, fast);
    }

    /** The seed's text asks the system's clock. */
    @BeforeEach
    void theTimeIsNow() {
        clock.set(Instant.now());
    }

    private Instant later() {
        return clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void aWorkspaceWithItsOwner() {
        PlatformStore.Created created = platform.createWorkspaceWithOwner(
                new PlatformStore.NewWorkspace("acme", "Acme", "ada@acme.test", "Ada"));
        assertThat(created.owner().email()).isEqualTo("ada@acme.test");
        assertThat(created.workspace().plan()).isEqualTo(Plan.FREE);
        PlatformStore.Created second = platform.createWorkspaceWithOwner(
                new PlatformStore.NewWorkspace("acme-2", "Acme 2", "ada@acme.test", "Ada L."));
        assertThat(second.owner().id()).isEqualTo(created.owner().id());
        assertThat(orm.model(USER).findValues(USER.name)).containsExactly("Ada L.");
        assertThat(orm.model(WORKSPACE_MEMBERSHIP).findValues(WORKSPACE_MEMBERSHIP.role))
                .containsExactly("owner", "owner");
        assertThat(catchThrowable(() -> platform.createWorkspaceWithOwner(
                        new PlatformStore.NewWorkspace("acme", "x", "bob@acme.test", "Bob"))))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theDashboard() {
        PlatformStore.WorkspaceCard workspace = platform.createWorkspaceWithOwner(
                        new PlatformStore.NewWorkspace("acme", "Acme", "ada@acme.test", "Ada"))
                .workspace();
        orm.model(SUBSCRIPTION)
                .create(
                        SUBSCRIPTION.workspaceId.set(workspace.id()),
                        SUBSCRIPTION.providerCustomerId.set("cus_1"),
                        SUBSCRIPTION.status.set("active"));
        PlatformStore.WorkspaceView view = new PlatformStore.WorkspaceView(
                workspace.id(),
                "acme",
                "Acme",
                Plan.FREE,
                List.of(new PlatformStore.Member("owner", new PlatformStore.Person("ada@acme.test", "Ada"))),
                List.of(new PlatformStore.Billing("cus_1", "active", null)));
        assertThat(platform.loadWorkspaceDashboard("acme")).contains(new PlatformStore.Dashboard(view, null));
        fast.model(CACHE_ENTRY)
                .create(
                        CACHE_ENTRY.namespace.set("workspace-dashboard"),
                        CACHE_ENTRY.key.set(workspace.id()),
                        CACHE_ENTRY.value.set(Map.of("visits", 7)));
        assertThat(platform.loadWorkspaceDashboard("acme"))
                .contains(new PlatformStore.Dashboard(view, Map.of("visits", 7)));
        assertThat(platform.loadWorkspaceDashboard("other")).isEmpty();
    }

    @Test
    void sessionsReplaceEachOther() {
        platform.startSession(new PlatformStore.NewSession("t", "u", "w", Map.of("step", 1), later()));
        platform.startSession(new PlatformStore.NewSession("t", "u", "w", Map.of("step", 2), later()));
        Row session = fast.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq("t"))
                .findUnique()
                .orElseThrow();
        assertThat(session.get(SESSION_STATE.state)).isEqualTo(Map.of("step", 2));
        assertThat(session.get(SESSION_STATE.expiresAt)).isEqualTo(later());
        clock.set(later());
        assertThat(fast.model(SESSION_STATE).count()).isZero();
    }

    @Test
    void theSeedsRateLimit() {
        Instant reset = later();
        for (int remaining : new int[] {2, 1, 0, 0}) {
            assertThat(platform.consumeWorkspaceRateLimit("s", "i", 3, reset))
                    .isEqualTo(new PlatformStore.Limit(remaining, reset));
        }
        assertThat(fast.model(RATE_LIMIT_BUCKET).count()).isEqualTo(1);
    }

    @Test
    void theRateLimitWithoutTheRace() throws Exception {
        Instant reset = later();
        List<Boolean> taken = Together.run(32, () -> platform.tryConsume("s", "i", 5, reset));
        assertThat(Collections.frequency(taken, true)).isEqualTo(5);
        clock.set(reset);
        assertThat(platform.tryConsume("s", "i", 5, reset.plusSeconds(60))).isTrue();
        assertThat(fast.model(RATE_LIMIT_BUCKET).findValues(RATE_LIMIT_BUCKET.remaining))
                .containsExactly(4);
    }

    @Test
    void theFrameworksStore() {
        FrameworkStore store = new FrameworkStore(framework);
        Row project = framework
                .model(PROJECT)
                .create(
                        PROJECT.slug.set("site"),
                        PROJECT.name.set("Site"),
                        PROJECT.environment.set(FrameworkSchema.Environment.PREVIEW));
        String id = project.get(PROJECT.id);
        assertThat(store.findProjectBySlug("site"))
                .contains(new FrameworkStore.ProjectView(id, "site", "Site", FrameworkSchema.Environment.PREVIEW));
        assertThat(store.findProjectBySlug("none")).isEmpty();
        assertThat(store.findUserByEmail("nobody")).isEmpty();
        store.putCachedRoute(new FrameworkStore.NewCachedRoute(id, "/", "one"));
        store.putCachedRoute(new FrameworkStore.NewCachedRoute(id, "/", "two"));
        assertThat(framework.model(FrameworkSchema.ROUTE_CACHE).findValues(FrameworkSchema.ROUTE_CACHE.payload))
                .containsExactly("two");
        assertThat(store.recordWebhookAttempt(new FrameworkStore.WebhookAttempt(id, "https://x", "push", "sent"))
                        .get(FrameworkSchema.WEBHOOK_DELIVERY.status))
                .isEqualTo("sent");
        assertThat(store.createJobRun(new FrameworkStore.NewJobRun(id, "build", "queued"))
                        .get(FrameworkSchema.JOB_RUN.createdAt))
                .isEqualTo(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void theModulesStore() {
        ModuleStore store = new ModuleStore(modules);
        modules.model(FRAMEWORK_STATE)
                .create(FRAMEWORK_STATE.scope.set("s"), FRAMEWORK_STATE.state.set(Map.of("a", 1)));
        assertThat(store.getFrameworkState("s").orElseThrow().state()).isEqualTo(Map.of("a", 1));
        assertThat(store.getFrameworkState("t")).isEmpty();
        store.putCacheEntry(new ModuleStore.NewCacheEntry("n", "k", Map.of("v", 1), later()));
        store.putCacheEntry(new ModuleStore.NewCacheEntry("n", "k", Map.of("v", 2), null));
        Row entry = modules.model(ModuleSchema.CACHE_ENTRY)
                .where(ModuleSchema.CACHE_ENTRY.namespaceKey.is("n", "k"))
                .findUnique()
                .orElseThrow();
        assertThat(entry.get(ModuleSchema.CACHE_ENTRY.value)).isEqualTo(Map.of("v", 2));
        assertThat(entry.getOrNull(ModuleSchema.CACHE_ENTRY.expiresAt)).isNull();
        store.putKvItem(new ModuleStore.NewKvItem("n", "k", Map.of("v", 1)));
        assertThat(catchThrowable(() -> store.addKvItem(new ModuleStore.NewKvItem("n", "k", Map.of()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The framework key already exists.");
        store.appendAuditLog(new ModuleStore.NewAuditLog("s", "login", null, Map.of("ip", "::1")));
        assertThat(modules.model(AUDIT_LOG).where(AUDIT_LOG.actorId.isNull()).count())
                .isEqualTo(1);
        store.recordObservabilitySnapshot(new ModuleStore.NewSnapshot("s", "k", Map.of("n", 1)));
        store.recordObservabilitySnapshot(new ModuleStore.NewSnapshot("s", "k", Map.of("n", 2)));
        assertThat(modules.model(OBSERVABILITY_SNAPSHOT).findValues(OBSERVABILITY_SNAPSHOT.snapshot))
                .containsExactly(Map.of("n", 2));
    }
}
