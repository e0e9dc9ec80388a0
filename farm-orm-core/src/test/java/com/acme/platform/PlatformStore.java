package com.acme.platform;

import static com.acme.platform.ControlPlane.USER;
import static com.acme.platform.ControlPlane.WORKSPACE;
import static com.acme.platform.ControlPlane.WORKSPACE_MEMBERSHIP;
import static com.acme.platform.FastState.CACHE_ENTRY;
import static com.acme.platform.FastState.RATE_LIMIT_BUCKET;
import static com.acme.platform.FastState.SESSION_STATE;

import dev.farminglabs.orm.OrmClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform's storage, written once. It knows the two schemas, not the two stores. */
public class PlatformStore {

    public record NewWorkspace(String slug, String name, String ownerEmail, String ownerName) {}

    public record Owner(String id, String email, String name) {}

    public record WorkspaceCard(String id, String slug, String name, Plan plan) {}

    public record Created(Owner owner, WorkspaceCard workspace) {}

    public record NewSession(
            String sessionToken, String userId, String workspaceId, Map<String, Object> state, Instant expiresAt) {}

    public record Limit(int remaining, Instant resetAt) {}

    // The select shape of the dashboard: what is named here is what is read.
    public record Person(String email, String name) {}

    public record Member(String role, Person user) {}

    public record Billing(
            String providerCustomerId,
            String status,
            @Nullable Instant renewsAt) {}

    public record WorkspaceView(
            String id, String slug, String name, Plan plan, List<Member> memberships, List<Billing> subscriptions) {}

    public record Cached(Map<String, Object> value) {}

    public record Dashboard(
            WorkspaceView workspace, @Nullable Map<String, Object> cachedMetrics) {}

    private final OrmClient<ControlPlane> durable;
    private final OrmClient<FastState> fast;

    public PlatformStore(OrmClient<ControlPlane> durable, OrmClient<FastState> fast) {
        this.durable = durable;
        this.fast = fast;
    }

    public Created createWorkspaceWithOwner(NewWorkspace input) {
        Owner owner = durable.model(USER)
                .where(USER.email.eq(input.ownerEmail()))
                .upsert(
                        Owner.class,
                        u -> u.create(USER.name.set(input.ownerName())).update(USER.name.set(input.ownerName())));

        WorkspaceCard workspace = durable.model(WORKSPACE)
                .create(
                        WorkspaceCard.class,
                        WORKSPACE.slug.set(input.slug()),
                        WORKSPACE.name.set(input.name()),
                        WORKSPACE.plan.set(Plan.FREE));

        durable.model(WORKSPACE_MEMBERSHIP)
                .create(
                        WORKSPACE_MEMBERSHIP.userId.set(owner.id()),
                        WORKSPACE_MEMBERSHIP.workspaceId.set(workspace.id()),
                        WORKSPACE_MEMBERSHIP.role.set("owner"));

        return new Created(owner, workspace);
    }

    public void startSession(NewSession input) {
        fast.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq(input.sessionToken()))
                .upsert(u -> u.create(input)
                        .update(
                                SESSION_STATE.state.set(input.state()),
                                SESSION_STATE.expiresAt.set(input.expiresAt())));
    }

    /** The seed's version: read, compute, write. */
    public Limit consumeWorkspaceRateLimit(String scope, String identifier, int limit, Instant resetAt) {
        var bucket = fast.model(RATE_LIMIT_BUCKET).where(RATE_LIMIT_BUCKET.bucket.is(scope, identifier));

        Optional<Limit> active =
                bucket.findUnique(Limit.class).filter(b -> b.resetAt().isAfter(Instant.now()));
        int remaining = Math.max(active.map(Limit::remaining).orElse(limit) - 1, 0);
        Instant reset = active.map(Limit::resetAt).orElse(resetAt);

        return bucket.upsert(
                Limit.class,
                u -> u.create(RATE_LIMIT_BUCKET.remaining.set(remaining), RATE_LIMIT_BUCKET.resetAt.set(reset))
                        .update(RATE_LIMIT_BUCKET.remaining.set(remaining), RATE_LIMIT_BUCKET.resetAt.set(reset)));
    }

    /** The same without the race, in one step on every store: a bucket past its time counts as absent. */
    public boolean tryConsume(String scope, String identifier, int limit, Instant resetAt) {
        return fast.model(RATE_LIMIT_BUCKET)
                .where(RATE_LIMIT_BUCKET.bucket.is(scope, identifier))
                .upsert(u -> u.create(
                                RATE_LIMIT_BUCKET.remaining.set(limit - 1), RATE_LIMIT_BUCKET.resetAt.set(resetAt))
                        .update(RATE_LIMIT_BUCKET.remaining.decrement(1))
                        .when(RATE_LIMIT_BUCKET.remaining.gt(0)))
                .applied();
    }

    public Optional<Dashboard> loadWorkspaceDashboard(String slug) {
        return durable.model(WORKSPACE)
                .where(WORKSPACE.slug.eq(slug))
                .findUnique(WorkspaceView.class)
                .map(workspace -> new Dashboard(workspace, cachedMetrics(workspace.id())));
    }

    private @Nullable Map<String, Object> cachedMetrics(String workspaceId) {
        return fast.model(CACHE_ENTRY)
                .where(CACHE_ENTRY.namespaceKey.is("workspace-dashboard", workspaceId))
                .findUnique(Cached.class)
                .map(Cached::value)
                .orElse(null);
    }
}
