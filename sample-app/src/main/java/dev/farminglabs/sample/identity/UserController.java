package dev.farminglabs.sample.identity;

import dev.farminglabs.sample.identity.UserStore.Person;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UserController {

    private final Accounts accounts;

    UserController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/api/users")
    @ResponseStatus(HttpStatus.CREATED)
    Person signUp(@Valid @RequestBody NewAccount account) {
        return accounts.signUp(account);
    }
}
