package dev.farminglabs.sample.audit;

import dev.farminglabs.sample.access.Access;
import dev.farminglabs.sample.api.Listing;
import dev.farminglabs.sample.api.Paging;
import dev.farminglabs.sample.session.SignedIn;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class AuditPages {

    private final AuditTrail audit;
    private final Access access;

    AuditPages(AuditTrail audit, Access access) {
        this.audit = audit;
        this.access = access;
    }

    @GetMapping("/workspaces/{slug}/audit")
    String audit(SignedIn user, @PathVariable String slug, @Valid Paging paging, Model page) {
        page.addAttribute("slug", slug);
        page.addAttribute("audit", Listing.of(audit.page(access.seat(user, slug).workspaceId(), paging.toCursor())));
        return "audit";
    }
}
