package dev.farminglabs.sample.session;

import dev.farminglabs.sample.api.NotSignedIn;
import dev.farminglabs.sample.api.Refused;
import dev.farminglabs.sample.session.SignIn.Claim;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sessions")
class SessionController {

    record Started(String token, long lifeSeconds) {}

    private final SignIn signIn;
    private final SessionStore sessions;

    SessionController(SignIn signIn, SessionStore sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Started start(@Valid @RequestBody Claim claim) {
        return signIn.with(claim)
                .map(token -> new Started(token.text(), SessionStore.LIFE.toSeconds()))
                .orElseThrow(() -> Refused.forbidden("This is not the address and password of anybody here."));
    }

    @GetMapping("/current")
    SignedIn current(SignedIn user) {
        return user;
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(SignedIn user, HttpServletRequest request) {
        sessions.end(Tokens.of(request).orElseThrow(NotSignedIn::new));
    }
}
