package dev.farminglabs.sample.demo;

import static dev.farminglabs.sample.storage.ControlPlane.SUBSCRIPTION;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.audit.AuditTrail;
import dev.farminglabs.sample.cache.CacheStore;
import dev.farminglabs.sample.cache.CacheStore.Cached;
import dev.farminglabs.sample.identity.UserStore;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Plan;
import dev.farminglabs.sample.workspace.Dashboards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts in some records, once: every write is an upsert or a create-if-absent, so a second start changes nothing. Runs after
 * the starter's setup, which is the first of the runners.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1000)
@ConditionalOnBooleanProperty(name = "sample.demo-data", matchIfMissing = true)
class DemoData implements ApplicationRunner {

    private final OrmClient<ControlPlane> durable;
    private final UserStore users;
    private final AuditTrail audit;
    private final CacheStore cache;

    DemoData(OrmClient<ControlPlane> durable, UserStore users, AuditTrail audit, CacheStore cache) {
        this.durable = durable;
        this.users = users;
        this.audit = audit;
        this.cache = cache;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        durable.transaction(tx -> {
            String ada = users.save("ada@acme.example", "Ada Lovelace").id();
            String grace = users.save("grace@acme.example", "Grace Hopper").id();
            String alan = users.save("alan@initech.example", "Alan Turing").id();

            String acme = workspace("acme", "Acme", Plan.PRO, ada);
            member(acme, grace, "admin");
            subscription(acme, "cus_acme", "active");
            String initech = workspace("initech", "Initech", Plan.FREE, alan);
            member(initech, ada, "member");
            return acme;
        });
        durable.model(WORKSPACE)
                .where(WORKSPACE.slug.in("acme", "initech"))
                .findValues(WORKSPACE.id)
                .forEach(this::metrics);
    }

    /** An upsert with nothing to change: the workspace as it is, made first where it was not there. */
    private String workspace(String slug, String name, Plan plan, String ownerId) {
        record Ref(String id) {}
        String id = durable.model(WORKSPACE)
                .where(WORKSPACE.slug.eq(slug))
                .upsert(Ref.class, u -> u.create(WORKSPACE.name.set(name), WORKSPACE.plan.set(plan)))
                .id();
        if (member(id, ownerId, "owner")) {
            audit.add(id, "workspace.created", ownerId, Map.of("slug", slug));
        }
        return id;
    }

    private boolean member(String workspaceId, String userId, String role) {
        return durable.model(WORKSPACE_MEMBERSHIP)
                .where(WORKSPACE_MEMBERSHIP.userInWorkspace.is(userId, workspaceId))
                .createIfAbsent(WORKSPACE_MEMBERSHIP.role.set(role));
    }

    private void subscription(String workspaceId, String providerCustomerId, String status) {
        boolean created = durable.model(SUBSCRIPTION)
                .where(SUBSCRIPTION.providerCustomerId.eq(providerCustomerId))
                .createIfAbsent(
                        SUBSCRIPTION.workspaceId.set(workspaceId),
                        SUBSCRIPTION.status.set(status),
                        SUBSCRIPTION.renewsAt.set(Instant.now().plus(30, ChronoUnit.DAYS)));
        if (created) {
            audit.add(workspaceId, "subscription.added", null, Map.of("status", status));
        }
    }

    private void metrics(String workspaceId) {
        long members = durable.model(WORKSPACE_MEMBERSHIP)
                .where(WORKSPACE_MEMBERSHIP.workspaceId.eq(workspaceId))
                .count();
        cache.put(Dashboards.METRICS, workspaceId, new Cached(Map.of("members", members), null));
    }
}
