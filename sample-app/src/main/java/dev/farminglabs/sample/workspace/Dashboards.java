package dev.farminglabs.sample.workspace;

import static dev.farminglabs.sample.storage.ControlPlane.SUBSCRIPTION;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Projection;
import dev.farminglabs.sample.cache.CacheStore;
import dev.farminglabs.sample.cache.CacheStore.Cached;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.ControlPlane.Workspace;
import dev.farminglabs.sample.storage.Plan;
import dev.farminglabs.sample.workspace.WorkspaceStore.Member;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything about one workspace on one page, from both stores. Thread-safe. */
@Component
public class Dashboards {

    /** Where the metrics of workspaces are cached; the key is the workspace's id. */
    public static final String METRICS = "workspace-dashboard";

    // The select shape: what is named here is what is read.

    /** What a workspace pays for. */
    public record Billing(
            String providerCustomerId,
            String status,
            @Nullable Instant renewsAt) {}

    /** A workspace with its members and subscriptions. */
    public record WorkspaceView(
            String id, String slug, String name, Plan plan, List<Member> memberships, List<Billing> subscriptions) {}

    /** What lasts, and what happened to be cached. */
    public record Dashboard(
            WorkspaceView workspace, @Nullable Map<String, Object> cachedMetrics) {}

    private final OrmClient<ControlPlane> durable;
    private final CacheStore cache;
    private final Projection<Workspace, WorkspaceView> view;

    /** Checks the select shape, so that a mistake in it stops the start and not the first request. */
    Dashboards(OrmClient<ControlPlane> durable, CacheStore cache) {
        this.durable = durable;
        this.cache = cache;
        this.view = durable.model(WORKSPACE)
                .projection(WorkspaceView.class)
                .with(WORKSPACE.memberships, m -> m.orderBy(WORKSPACE_MEMBERSHIP.createdAt.asc()))
                .with(WORKSPACE.subscriptions, s -> s.orderBy(SUBSCRIPTION.createdAt.desc()));
    }

    /** The dashboard of a workspace. */
    public Optional<Dashboard> find(String slug) {
        return durable.model(WORKSPACE)
                .where(WORKSPACE.slug.eq(slug))
                .findUnique(view)
                .map(workspace -> new Dashboard(workspace, metrics(workspace.id())));
    }

    private @Nullable Map<String, Object> metrics(String workspaceId) {
        return cache.find(METRICS, workspaceId).map(Cached::value).orElse(null);
    }
}
