package dev.farminglabs.sample.billing;

import dev.farminglabs.sample.billing.SubscriptionStore.NewSubscription;
import dev.farminglabs.sample.billing.SubscriptionStore.Subscription;
import dev.farminglabs.sample.storage.Plan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SubscriptionController {

    record SubscriptionInput(
            @NotBlank @Size(max = 100) String providerCustomerId,
            @NotNull Plan plan,

            @NotNull @Pattern(regexp = "trialing|active|cancelled", message = "must be trialing, active or cancelled")
            String status,

            @Nullable Instant renewsAt) {}

    private final SubscriptionStore subscriptions;

    SubscriptionController(SubscriptionStore subscriptions) {
        this.subscriptions = subscriptions;
    }

    @PostMapping("/api/workspaces/{slug}/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    Subscription subscribe(@PathVariable String slug, @Valid @RequestBody SubscriptionInput input) {
        return subscriptions.subscribe(
                slug, new NewSubscription(input.providerCustomerId(), input.plan(), input.status(), input.renewsAt()));
    }
}
