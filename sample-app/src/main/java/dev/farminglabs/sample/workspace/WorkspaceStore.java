package dev.farminglabs.sample.workspace;

import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.CursorPage;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.audit.AuditTrail;
import dev.farminglabs.sample.identity.UserStore;
import dev.farminglabs.sample.identity.UserStore.Person;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Plan;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Workspaces and who is in them. Thread-safe. */
@Component
public class WorkspaceStore {

    /** What a new workspace needs. */
    public record NewWorkspace(String slug, String name, String ownerEmail, String ownerName) {}

    /** A workspace in a list. */
    public record Card(String id, String slug, String name, Plan plan, Instant createdAt) {}

    /** A workspace and who made it. */
    public record Created(Person owner, Card workspace) {}

    /** A member: the role, and through the relation the person. */
    public record Member(String role, Person user) {}

    private final OrmClient<ControlPlane> durable;
    private final UserStore users;
    private final AuditTrail audit;

    WorkspaceStore(OrmClient<ControlPlane> durable, UserStore users, AuditTrail audit) {
        this.durable = durable;
        this.users = users;
        this.audit = audit;
    }

    /**
     * Creates a workspace with its owner, all or nothing.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the slug is taken
     */
    public Created create(NewWorkspace input) {
        return durable.transaction(tx -> {
            Person owner = users.save(input.ownerEmail(), input.ownerName());
            Card workspace = tx.model(WORKSPACE)
                    .create(
                            Card.class,
                            WORKSPACE.slug.set(input.slug()),
                            WORKSPACE.name.set(input.name()),
                            WORKSPACE.plan.set(Plan.FREE));
            tx.model(WORKSPACE_MEMBERSHIP)
                    .create(
                            WORKSPACE_MEMBERSHIP.userId.set(owner.id()),
                            WORKSPACE_MEMBERSHIP.workspaceId.set(workspace.id()),
                            WORKSPACE_MEMBERSHIP.role.set("owner"));
            audit.add(workspace.id(), "workspace.created", owner.id(), Map.of("slug", workspace.slug()));
            return new Created(owner, workspace);
        });
    }

    /**
     * Adds a member, all or nothing.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the person is a member already
     */
    public Member addMember(String slug, String email, String name, String role) {
        return durable.transaction(tx -> {
            String workspaceId = idOf(slug);
            Person person = users.save(email, name);
            Member member = tx.model(WORKSPACE_MEMBERSHIP)
                    .create(
                            Member.class,
                            WORKSPACE_MEMBERSHIP.userId.set(person.id()),
                            WORKSPACE_MEMBERSHIP.workspaceId.set(workspaceId),
                            WORKSPACE_MEMBERSHIP.role.set(role));
            audit.add(workspaceId, "member.added", person.id(), Map.of("role", role));
            return member;
        });
    }

    /** Workspaces, the newest first. */
    public CursorPage<Card> page(Cursor cursor) {
        return durable.model(WORKSPACE)
                .orderBy(WORKSPACE.createdAt.desc(), WORKSPACE.id.desc())
                .findPage(Card.class, cursor);
    }

    /** The id behind a slug; throws {@link NotFound} when there is no such workspace. */
    public String idOf(String slug) {
        record Ref(String id) {}
        return durable.model(WORKSPACE)
                .where(WORKSPACE.slug.eq(slug))
                .findUnique(Ref.class)
                .map(Ref::id)
                .orElseThrow(() -> new NotFound("workspace"));
    }
}
