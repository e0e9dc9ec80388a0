package dev.farminglabs.sample.billing;

import static dev.farminglabs.sample.storage.ControlPlane.SUBSCRIPTION;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.access.Access;
import dev.farminglabs.sample.access.Access.Seat;
import dev.farminglabs.sample.api.Refused;
import dev.farminglabs.sample.audit.AuditTrail;
import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Plan;
import dev.farminglabs.sample.storage.Together;
import dev.farminglabs.sample.workspace.Dashboards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts workspaces on plans. Thread-safe. */
@Component
class Subscriptions {

    /** What a workspace pays for now. */
    record Subscription(
            String providerCustomerId,
            String status,
            @Nullable Instant renewsAt) {}

    private static final int MONTH = 30;

    private final Together together;
    private final Access access;
    private final AuditTrail audit;
    private final Dashboards dashboards;

    Subscriptions(Together together, Access access, AuditTrail audit, Dashboards dashboards) {
        this.together = together;
        this.access = access;
        this.audit = audit;
        this.dashboards = dashboards;
    }

    /** Changes plan and subscription. A plan with fewer seats than are taken is refused. */
    Subscription choose(SignedIn user, String slug, Plan plan) {
        Seat seat = access.managing(user, slug);
        Subscription chosen = together.write(tx -> {
            boolean fits = tx.model(WORKSPACE)
                    .where(WORKSPACE.id.eq(seat.workspaceId()), WORKSPACE.seats.lte(plan.seats()))
                    .update(WORKSPACE.plan.set(plan));
            if (!fits) {
                throw Refused.conflict("The workspace has more members than this plan has seats.");
            }
            Subscription subscription = subscribe(tx, seat.workspaceId(), plan);
            audit.add(seat.workspaceId(), "plan.chosen", user.userId(), Map.of("plan", plan.name()));
            return subscription;
        });
        dashboards.changed(seat.workspaceId());
        return chosen;
    }

    /** Here a payment provider would be asked; its name for the customer is made up. */
    private static Subscription subscribe(OrmClient<ControlPlane> tx, String workspaceId, Plan plan) {
        String status = plan == Plan.FREE ? "cancelled" : "active";
        Instant renewsAt = plan == Plan.FREE ? null : Instant.now().plus(MONTH, ChronoUnit.DAYS);
        return tx.model(SUBSCRIPTION)
                .where(SUBSCRIPTION.providerCustomerId.eq("cus_" + workspaceId))
                .upsert(
                        Subscription.class,
                        u -> u.create(
                                        SUBSCRIPTION.workspaceId.set(workspaceId),
                                        SUBSCRIPTION.status.set(status),
                                        SUBSCRIPTION.renewsAt.setOrNull(renewsAt))
                                .update(SUBSCRIPTION.status.set(status), SUBSCRIPTION.renewsAt.setOrNull(renewsAt)));
    }
}
