package dev.farminglabs.sample.billing;

import static dev.farminglabs.sample.storage.ControlPlane.SUBSCRIPTION;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.audit.AuditTrail;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Plan;
import dev.farminglabs.sample.workspace.WorkspaceStore;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Subscriptions of workspaces. Thread-safe. */
@Component
class SubscriptionStore {

    record NewSubscription(
            String providerCustomerId,
            Plan plan,
            String status,
            @Nullable Instant renewsAt) {}

    record Subscription(
            String id,
            String providerCustomerId,
            String status,
            @Nullable Instant renewsAt) {}

    private final OrmClient<ControlPlane> durable;
    private final WorkspaceStore workspaces;
    private final AuditTrail audit;

    SubscriptionStore(OrmClient<ControlPlane> durable, WorkspaceStore workspaces, AuditTrail audit) {
        this.durable = durable;
        this.workspaces = workspaces;
        this.audit = audit;
    }

    /** Adds the subscription and puts the workspace on the plan, all or nothing. */
    Subscription subscribe(String slug, NewSubscription input) {
        return durable.transaction(tx -> {
            String workspaceId = workspaces.idOf(slug);
            Subscription subscription = tx.model(SUBSCRIPTION)
                    .create(
                            Subscription.class,
                            SUBSCRIPTION.workspaceId.set(workspaceId),
                            SUBSCRIPTION.providerCustomerId.set(input.providerCustomerId()),
                            SUBSCRIPTION.status.set(input.status()),
                            SUBSCRIPTION.renewsAt.setOrNull(input.renewsAt()));
            tx.model(WORKSPACE).where(WORKSPACE.id.eq(workspaceId)).update(WORKSPACE.plan.set(input.plan()));
            audit.add(
                    workspaceId,
                    "subscription.added",
                    null,
                    Map.of("plan", input.plan().name(), "status", input.status()));
            return subscription;
        });
    }
}
