package dev.farminglabs.sample.audit;

import dev.farminglabs.sample.api.Listing;
import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.api.Paging;
import dev.farminglabs.sample.audit.AuditTrail.Entry;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

    private final AuditTrail audit;

    AuditController(AuditTrail audit) {
        this.audit = audit;
    }

    @GetMapping("/api/workspaces/{slug}/audit")
    Listing<Entry> page(@PathVariable String slug, @Valid Paging paging) {
        return audit.page(slug, paging.toCursor()).map(Listing::of).orElseThrow(() -> new NotFound("workspace"));
    }
}
