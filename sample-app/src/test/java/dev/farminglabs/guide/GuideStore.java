package dev.farminglabs.guide;

import static dev.farminglabs.sample.storage.ControlPlane.USER;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;

import dev.farminglabs.orm.FarmOrm;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Plan;

/** A control plane in memory with one workspace of two members. */
final class GuideStore {

    static OrmClient<ControlPlane> controlPlane() {
        OrmClient<ControlPlane> orm = FarmOrm.inMemory(new ControlPlane());
        String ada = orm.model(USER)
                .create(USER.email.set("ada@acme.example"), USER.name.set("Ada"))
                .get(USER.id);
        String sam = orm.model(USER)
                .create(USER.email.set("sam@acme.example"), USER.name.set("Sam"))
                .get(USER.id);
        String acme = orm.model(WORKSPACE)
                .create(WORKSPACE.slug.set("acme"), WORKSPACE.name.set("Acme"), WORKSPACE.plan.set(Plan.PRO))
                .get(WORKSPACE.id);
        member(orm, acme, ada, "owner");
        member(orm, acme, sam, "member");
        return orm;
    }

    private static void member(OrmClient<ControlPlane> orm, String workspaceId, String userId, String role) {
        orm.model(WORKSPACE_MEMBERSHIP)
                .create(
                        WORKSPACE_MEMBERSHIP.workspaceId.set(workspaceId),
                        WORKSPACE_MEMBERSHIP.userId.set(userId),
                        WORKSPACE_MEMBERSHIP.role.set(role));
    }

    private GuideStore() {}
}
