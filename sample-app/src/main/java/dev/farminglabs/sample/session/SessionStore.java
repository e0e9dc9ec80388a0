package dev.farminglabs.sample.session;

import static dev.farminglabs.sample.storage.ControlPlane.USER;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE;
import static dev.farminglabs.sample.storage.ControlPlane.WORKSPACE_MEMBERSHIP;
import static dev.farminglabs.sample.storage.FastState.SESSION_STATE;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.identity.UserStore;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.FastState;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sessions of members. A session that is used lives on; one that is not is gone. Thread-safe. */
@Component
class SessionStore {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int TOKEN_BYTES = 32;

    record Session(
            String sessionToken, String userId, String workspaceId, Map<String, Object> state, Instant expiresAt) {}

    private final OrmClient<ControlPlane> durable;
    private final OrmClient<FastState> fast;
    private final SecureRandom random = new SecureRandom();

    SessionStore(OrmClient<ControlPlane> durable, OrmClient<FastState> fast) {
        this.durable = durable;
        this.fast = fast;
    }

    /** A new session; empty when nobody with that address is a member of the workspace. */
    Optional<Session> start(String email, String slug, Map<String, Object> state) {
        record Seat(String userId, String workspaceId) {}
        return durable.model(WORKSPACE_MEMBERSHIP)
                .where(
                        WORKSPACE_MEMBERSHIP.user.is(USER.email.eq(UserStore.address(email))),
                        WORKSPACE_MEMBERSHIP.workspace.is(WORKSPACE.slug.eq(slug)))
                .findFirst(Seat.class)
                .map(seat -> new Session(token(), seat.userId(), seat.workspaceId(), state, end()))
                .map(session -> fast.model(SESSION_STATE).create(Session.class, session));
    }

    /** The session, prolonged by being asked for; empty when it has ended. */
    Optional<Session> use(String token) {
        return fast.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq(token))
                .update(Session.class, SESSION_STATE.expiresAt.set(end()));
    }

    /** Ends the session; false when it had ended. */
    boolean end(String token) {
        return fast.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq(token))
                .delete();
    }

    private static Instant end() {
        return Instant.now().plus(LIFE);
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
