package dev.farminglabs.sample.billing;

import dev.farminglabs.sample.billing.Subscriptions.Subscription;
import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.storage.Plan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlanController {

    record Choice(@NotNull Plan plan) {}

    private final Subscriptions subscriptions;

    PlanController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @PutMapping("/api/workspaces/{slug}/plan")
    Subscription choose(SignedIn user, @PathVariable String slug, @Valid @RequestBody Choice choice) {
        return subscriptions.choose(user, slug, choice.plan());
    }
}
