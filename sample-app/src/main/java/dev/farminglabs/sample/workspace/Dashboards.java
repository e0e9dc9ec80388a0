package dev.farminglabs.sample.workspace;

import static dev.farminglabs.sample.storage.ControlPlane.AUDIT_LOG;
import static dev.farminglabs.sample.storage.ControlPlane.SUBSCRIPTION;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Projection;
import dev.farminglabs.sample.cache.CacheStore;
import dev.farminglabs.sample.cache.CacheStore.Cached;
import dev.farminglabs.sample.identity.UserStore.Person;
import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.ControlPlane.Workspace;
import dev.farminglabs.sample.storage.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything about one workspace on one page, from both stores. Thread-safe. */
@Component
public class Dashboards {

    private static final String METRICS = "workspace-dashboard";
    private static final Duration FRESH = Duration.ofMinutes(1);

    // The select shape: what is named here is what is read.

    /** A member: the role, and through the relation the person. */
    public record Member(String role, Person user) {}

    /** What a workspace pays for. */
    public record Billing(
            String providerCustomerId,
            String status,
            @Nullable Instant renewsAt) {}

    /** A workspace with its members and subscriptions. */
    public record WorkspaceView(
            String id,
            String slug,
            String name,
            Plan plan,
            int seats,
            List<Member> memberships,
            List<Billing> subscriptions) {}

    /** How many of each deed there were, and whether that was known already. */
    public record Metrics(Map<String, Object> deeds, boolean cached) {}

    /** What lasts, and what can be counted again. */
    public record Dashboard(WorkspaceView workspace, Metrics metrics) {}

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

    /** The dashboard of a workspace of the user's. */
    Optional<Dashboard> find(SignedIn user, String slug) {
        return durable.model(WORKSPACE)
                .where(
                        WORKSPACE.slug.eq(slug),
                        WORKSPACE.memberships.some(WORKSPACE_MEMBERSHIP.userId.eq(user.userId())))
                .findUnique(view)
                .map(workspace -> new Dashboard(workspace, metrics(workspace.id())));
    }

    /** What is cached is no longer true. To be called when the change is committed: two stores are never one transaction. */
    public void changed(String workspaceId) {
        cache.evict(METRICS, workspaceId);
    }

    private Metrics metrics(String workspaceId) {
        return cache.find(METRICS, workspaceId)
                .map(cached -> new Metrics(cached.value(), true))
                .orElseGet(() -> counted(workspaceId));
    }

    private Metrics counted(String workspaceId) {
        Map<String, Object> deeds = new TreeMap<>();
        durable.model(AUDIT_LOG)
                .where(AUDIT_LOG.workspaceId.eq(workspaceId))
                .countBy(AUDIT_LOG.action)
                .forEach((action, count) -> deeds.put(String.valueOf(action), count));
        cache.put(METRICS, workspaceId, new Cached(deeds, Instant.now().plus(FRESH)));
        return new Metrics(deeds, false);
    }
}
