package dev.farminglabs.sample.workspace;

import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.access.Access;
import dev.farminglabs.sample.access.Access.Seat;
import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.api.Refused;
import dev.farminglabs.sample.audit.AuditTrail;
import dev.farminglabs.sample.identity.UserStore;
import dev.farminglabs.sample.identity.UserStore.Person;
import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Plan;
import dev.farminglabs.sample.storage.Together;
import dev.farminglabs.sample.workspace.Dashboards.Member;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is in a workspace. Thread-safe. */
@Component
class Members {

    /** Nobody has signed up with that address: 404. */
    static class NoSuchUser extends NotFound {
        private static final long serialVersionUID = 1L;

        NoSuchUser() {
            super("user");
        }
    }

    private final Together together;
    private final Access access;
    private final UserStore users;
    private final AuditTrail audit;
    private final Dashboards dashboards;

    Members(Together together, Access access, UserStore users, AuditTrail audit, Dashboards dashboards) {
        this.together = together;
        this.access = access;
        this.users = users;
        this.audit = audit;
        this.dashboards = dashboards;
    }

    /** Adds somebody who has an account. The seat comes first: it is what people race for. */
    Member add(SignedIn user, String slug, NewMember input) {
        Seat seat = access.managing(user, slug);
        Person person = users.find(input.email()).orElseThrow(NoSuchUser::new);
        Member added = together.write(tx -> {
            if (!takeSeat(tx, seat.workspaceId())) {
                throw Refused.conflict("All seats of this plan are taken.");
            }
            boolean joined = tx.model(WORKSPACE_MEMBERSHIP)
                    .where(WORKSPACE_MEMBERSHIP.userInWorkspace.is(person.id(), seat.workspaceId()))
                    .createIfAbsent(WORKSPACE_MEMBERSHIP.role.set(input.role()));
            if (!joined) {
                giveSeatBack(tx, seat.workspaceId()); // a transaction would do it; a store without one has to be told
                throw Refused.conflict("This person is a member already.");
            }
            audit.add(seat.workspaceId(), "member.added", user.userId(), Map.of("role", input.role()));
            return new Member(input.role(), person);
        });
        dashboards.changed(seat.workspaceId());
        return added;
    }

    /** One step: counted by the store, and only while the plan has a seat left. Never one too many, however many join. */
    private static boolean takeSeat(OrmClient<ControlPlane> tx, String workspaceId) {
        record Booked(Plan plan) {}
        Plan plan = tx.model(WORKSPACE)
                .where(WORKSPACE.id.eq(workspaceId))
                .findUnique(Booked.class)
                .map(Booked::plan)
                .orElseThrow(() -> new NotFound("workspace"));
        return tx.model(WORKSPACE)
                .where(WORKSPACE.id.eq(workspaceId), WORKSPACE.plan.eq(plan), WORKSPACE.seats.lt(plan.seats()))
                .update(WORKSPACE.seats.increment(1));
    }

    private static void giveSeatBack(OrmClient<ControlPlane> tx, String workspaceId) {
        tx.model(WORKSPACE).where(WORKSPACE.id.eq(workspaceId)).update(WORKSPACE.seats.decrement(1));
    }
}
