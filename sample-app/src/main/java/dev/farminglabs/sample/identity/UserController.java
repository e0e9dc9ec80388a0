package dev.farminglabs.sample.identity;

import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.identity.UserStore.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
class UserController {

    record NewUser(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 100) String name) {}

    private final UserStore users;

    UserController(UserStore users) {
        this.users = users;
    }

    @PostMapping
    ResponseEntity<Person> register(@Valid @RequestBody NewUser input) {
        Person person = users.register(input.email(), input.name());
        return ResponseEntity.created(URI.create("/api/users/" + person.id())).body(person);
    }

    @GetMapping("/{id}")
    Person find(@PathVariable String id) {
        return users.find(id).orElseThrow(() -> new NotFound("user"));
    }
}
