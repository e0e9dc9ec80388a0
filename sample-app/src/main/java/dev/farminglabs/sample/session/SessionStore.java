package dev.farminglabs.sample.session;

import static dev.farminglabs.sample.storage.FastState.SESSION_STATE;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.identity.UserStore.Person;
import dev.farminglabs.sample.storage.FastState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sessions of users. A session that is used lives on; one that is not is gone. What the pages show of the user is kept in the
 * session, so that knowing who asks is one call to the fast store and none to the other. Thread-safe.
 */
@Component
class SessionStore {

    static final Duration LIFE = Duration.ofMinutes(30);

    private final OrmClient<FastState> fast;

    SessionStore(OrmClient<FastState> fast) {
        this.fast = fast;
    }

    /** A new session of that user; what the caller gets is stored nowhere. */
    Token start(Person user) {
        Token token = Token.random();
        fast.model(SESSION_STATE)
                .create(
                        SESSION_STATE.sessionToken.set(token.hash()),
                        SESSION_STATE.userId.set(user.id()),
                        SESSION_STATE.state.set(Map.of("email", user.email(), "name", user.name())),
                        SESSION_STATE.expiresAt.set(end()));
        return token;
    }

    /** Whose session it is, prolonged by being asked for; empty when it has ended. One call. */
    Optional<SignedIn> use(Token token) {
        record Live(String userId, Map<String, Object> state) {}
        return fast.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq(token.hash()))
                .update(Live.class, SESSION_STATE.expiresAt.set(end()))
                .map(live -> new SignedIn(
                        live.userId(),
                        String.valueOf(live.state().get("email")),
                        String.valueOf(live.state().get("name"))));
    }

    /** Ends the session; without effect when it had ended. */
    void end(Token token) {
        fast.model(SESSION_STATE)
                .where(SESSION_STATE.sessionToken.eq(token.hash()))
                .delete();
    }

    private static Instant end() {
        return Instant.now().plus(LIFE);
    }
}
