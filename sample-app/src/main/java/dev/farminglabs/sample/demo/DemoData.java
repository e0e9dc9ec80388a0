package dev.farminglabs.sample.demo;

import static dev.farminglabs.sample.storage.ControlPlane.SUBSCRIPTION;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.audit.AuditTrail;
import dev.farminglabs.sample.identity.Accounts;
import dev.farminglabs.sample.identity.UserStore;
import dev.farminglabs.sample.identity.UserStore.Person;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Plan;
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
 * Puts in some records, once: every write is an upsert or a create-if-absent, so a second start changes nothing, and no
 * transaction is needed. Runs after the starter's setup, which is the first of the runners. The password is in the open, so
 * this is for a developer's machine.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1000)
@ConditionalOnBooleanProperty(name = "sample.demo-data")
class DemoData implements ApplicationRunner {

    static final String PASSWORD = "farm-orm-demo";

    private final OrmClient<ControlPlane> durable;
    private final UserStore users;
    private final Accounts accounts;
    private final AuditTrail audit;

    DemoData(OrmClient<ControlPlane> durable, UserStore users, Accounts accounts, AuditTrail audit) {
        this.durable = durable;
        this.users = users;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Person ada = users.save("ada@acme.example", "Ada Lovelace");
        Person grace = users.save("grace@acme.example", "Grace Hopper");
        Person alan = users.save("alan@initech.example", "Alan Turing");
        accounts.givePassword(ada, PASSWORD);

        String acme = workspace("acme", "Acme", Plan.PRO, ada);
        member(acme, grace, "admin");
        subscription(acme);
        String initech = workspace("initech", "Initech", Plan.FREE, alan);
        member(initech, ada, "member");
    }

    /** An upsert with nothing to change: the workspace as it is, made first where it was not there. */
    private String workspace(String slug, String name, Plan plan, Person owner) {
        record Ref(String id) {}
        String id = durable.model(WORKSPACE)
                .where(WORKSPACE.slug.eq(slug))
                .upsert(Ref.class, u -> u.create(WORKSPACE.name.set(name), WORKSPACE.plan.set(plan)))
                .id();
        if (member(id, owner, "owner")) {
            audit.add(id, "workspace.created", owner.id(), Map.of("slug", slug));
        }
        return id;
    }

    private boolean member(String workspaceId, Person person, String role) {
        boolean joined = durable.model(WORKSPACE_MEMBERSHIP)
                .where(WORKSPACE_MEMBERSHIP.userInWorkspace.is(person.id(), workspaceId))
                .createIfAbsent(WORKSPACE_MEMBERSHIP.role.set(role));
        if (joined) {
            durable.model(WORKSPACE).where(WORKSPACE.id.eq(workspaceId)).update(WORKSPACE.seats.increment(1));
        }
        return joined;
    }

    private void subscription(String workspaceId) {
        durable.model(SUBSCRIPTION)
                .where(SUBSCRIPTION.providerCustomerId.eq("cus_" + workspaceId))
                .createIfAbsent(
                        SUBSCRIPTION.workspaceId.set(workspaceId),
                        SUBSCRIPTION.status.set("active"),
                        SUBSCRIPTION.renewsAt.set(Instant.now().plus(30, ChronoUnit.DAYS)));
    }
}
