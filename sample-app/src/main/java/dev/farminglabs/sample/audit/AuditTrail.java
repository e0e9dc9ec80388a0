package dev.farminglabs.sample.audit;

import static dev.farminglabs.sample.storage.ControlPlane.AUDIT_LOG;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.CursorPage;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.storage.ControlPlane;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was done in each workspace. Thread-safe. */
@Component
public class AuditTrail {

    /** Who did it. */
    public record Actor(String name) {}

    /** One deed. */
    public record Entry(
            String id, String action, @Nullable Actor actor, Map<String, Object> payload, Instant createdAt) {}

    private final OrmClient<ControlPlane> durable;

    AuditTrail(OrmClient<ControlPlane> durable) {
        this.durable = durable;
    }

    /** Adds an entry. Inside a transaction of the same store it is part of it. */
    public void add(String workspaceId, String action, @Nullable String actorId, Map<String, Object> payload) {
        durable.model(AUDIT_LOG)
                .create(
                        AUDIT_LOG.workspaceId.set(workspaceId),
                        AUDIT_LOG.action.set(action),
                        AUDIT_LOG.actorId.setOrNull(actorId),
                        AUDIT_LOG.payload.set(payload));
    }

    /** The entries of a workspace, the newest first. */
    public CursorPage<Entry> page(String workspaceId, Cursor cursor) {
        return durable.model(AUDIT_LOG)
                .where(AUDIT_LOG.workspaceId.eq(workspaceId))
                .orderBy(AUDIT_LOG.createdAt.desc(), AUDIT_LOG.id.desc())
                .findPage(Entry.class, cursor);
    }
}
