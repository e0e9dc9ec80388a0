package dev.farminglabs.sample.session;

import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.session.SessionStore.Session;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sessions")
class SessionController {

    record NewSession(
            @NotBlank @Email String email,
            @NotBlank String workspace,
            @Nullable Map<String, Object> state) {}

    private final SessionStore sessions;

    SessionController(SessionStore sessions) {
        this.sessions = sessions;
    }

    @PostMapping
    ResponseEntity<Session> start(@Valid @RequestBody NewSession input) {
        Map<String, Object> state = input.state() == null ? Map.of() : input.state();
        Session session = sessions.start(input.email(), input.workspace(), state)
                .orElseThrow(() -> new NotFound("member of this workspace"));
        return ResponseEntity.created(URI.create("/api/sessions/" + session.sessionToken()))
                .body(session);
    }

    @GetMapping("/{token}")
    Session use(@PathVariable String token) {
        return sessions.use(token).orElseThrow(() -> new NotFound("session"));
    }

    @DeleteMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String token) {
        if (!sessions.end(token)) {
            throw new NotFound("session");
        }
    }
}
