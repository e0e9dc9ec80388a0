package dev.farminglabs.sample.billing;

import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.storage.Plan;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PlanPages {

    private final Subscriptions subscriptions;

    PlanPages(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @PostMapping("/workspaces/{slug}/plan")
    String choose(SignedIn user, @PathVariable String slug, @RequestParam Plan plan) {
        subscriptions.choose(user, slug, plan);
        return "redirect:/workspaces/{slug}";
    }
}
