package dev.farminglabs.sample.audit;

import dev.farminglabs.sample.access.Access;
import dev.farminglabs.sample.api.Listing;
import dev.farminglabs.sample.api.Paging;
import dev.farminglabs.sample.audit.AuditTrail.Entry;
import dev.farminglabs.sample.session.SignedIn;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

    private final AuditTrail audit;
    private final Access access;

    AuditController(AuditTrail audit, Access access) {
        this.audit = audit;
        this.access = access;
    }

    @GetMapping("/api/workspaces/{slug}/audit")
    Listing<Entry> page(SignedIn user, @PathVariable String slug, @Valid Paging paging) {
        return Listing.of(audit.page(access.seat(user, slug).workspaceId(), paging.toCursor()));
    }
}
