package dev.farminglabs.sample.session;

import dev.farminglabs.sample.identity.Accounts;
import dev.farminglabs.sample.identity.UserStore;
import dev.farminglabs.sample.identity.UserStore.Person;
import dev.farminglabs.sample.ratelimit.RateLimiter;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins sessions. Thread-safe. */
@Component
class SignIn {

    /** What somebody claims to be, in a form or as JSON. */
    record Claim(@NotBlank String email, @NotBlank String password) {
        @Override
        public String toString() {
            return "Claim[email=" + email + "]";
        }
    }

    private final Accounts accounts;
    private final SessionStore sessions;
    private final RateLimiter limiter;

    SignIn(Accounts accounts, SessionStore sessions, RateLimiter limiter) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.limiter = limiter;
    }

    /** A session where the claim is true. Each address has so many tries, whoever makes them, so that guessing takes years. */
    Optional<Token> with(Claim claim) {
        limiter.consumeSignIn(UserStore.address(claim.email()));
        return accounts.check(claim.email(), claim.password()).map(sessions::start);
    }

    /** A session for somebody who has just signed up. */
    Token as(Person person) {
        return sessions.start(person);
    }
}
