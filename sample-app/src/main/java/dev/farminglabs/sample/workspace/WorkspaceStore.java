package dev.farminglabs.sample.workspace;

import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.CursorPage;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.audit.AuditTrail;
import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Plan;
import dev.farminglabs.sample.storage.Together;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Workspaces. Thread-safe. */
@Component
class WorkspaceStore {

    /** A workspace in a list. */
    record Card(String id, String slug, String name, Plan plan, int seats, Instant createdAt) {}

    private final OrmClient<ControlPlane> durable;
    private final Together together;
    private final AuditTrail audit;

    WorkspaceStore(OrmClient<ControlPlane> durable, Together together, AuditTrail audit) {
        this.durable = durable;
        this.together = together;
        this.audit = audit;
    }

    /**
     * Creates a workspace with its owner.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the slug is taken
     */
    Card create(SignedIn owner, NewWorkspace input) {
        return together.write(tx -> {
            Card workspace = tx.model(WORKSPACE)
                    .create(
                            Card.class,
                            WORKSPACE.slug.set(input.slug()),
                            WORKSPACE.name.set(input.name().strip()),
                            WORKSPACE.plan.set(Plan.FREE),
                            WORKSPACE.seats.set(1));
            tx.model(WORKSPACE_MEMBERSHIP)
                    .create(
                            WORKSPACE_MEMBERSHIP.userId.set(owner.userId()),
                            WORKSPACE_MEMBERSHIP.workspaceId.set(workspace.id()),
                            WORKSPACE_MEMBERSHIP.role.set("owner"));
            audit.add(workspace.id(), "workspace.created", owner.userId(), Map.of("slug", workspace.slug()));
            return workspace;
        });
    }

    /** The user's workspaces, the newest first. */
    CursorPage<Card> page(SignedIn user, Cursor cursor) {
        return durable.model(WORKSPACE)
                .where(WORKSPACE.memberships.some(WORKSPACE_MEMBERSHIP.userId.eq(user.userId())))
                .orderBy(WORKSPACE.createdAt.desc(), WORKSPACE.id.desc())
                .findPage(Card.class, cursor);
    }
}
