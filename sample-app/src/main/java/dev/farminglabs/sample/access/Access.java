package dev.farminglabs.sample.access;

import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.api.Refused;
import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.storage.ControlPlane;
import org.springframework.stereotype.Component;

/** Opens workspaces to their members. Thread-safe. */
@Component
public class Access {

    /** A place in a workspace. */
    public record Seat(String workspaceId, String role) {

        /** Whether who has it may change members and the plan. */
        public boolean manages() {
            return manages(role);
        }

        /** The same by the role alone. */
        public static boolean manages(String role) {
            return role.equals("owner") || role.equals("admin");
        }
    }

    private final OrmClient<ControlPlane> durable;

    Access(OrmClient<ControlPlane> durable) {
        this.durable = durable;
    }

    /** The user's seat; throws {@link NotFound} when there is no such workspace or it is not the user's. One call. */
    public Seat seat(SignedIn user, String slug) {
        return durable.model(WORKSPACE_MEMBERSHIP)
                .where(
                        WORKSPACE_MEMBERSHIP.userId.eq(user.userId()),
                        WORKSPACE_MEMBERSHIP.workspace.is(WORKSPACE.slug.eq(slug)))
                .findFirst(Seat.class)
                .orElseThrow(() -> new NotFound("workspace"));
    }

    /** The same for somebody who manages the workspace; throws {@link Refused} for other members. */
    public Seat managing(SignedIn user, String slug) {
        Seat seat = seat(user, slug);
        if (!seat.manages()) {
            throw Refused.forbidden("This needs an owner or admin of the workspace.");
        }
        return seat;
    }
}
