package dev.farminglabs.sample.pages;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.api.Listing;
import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.api.Paging;
import dev.farminglabs.sample.audit.AuditTrail;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.FastState;
import dev.farminglabs.sample.workspace.Dashboards;
import dev.farminglabs.sample.workspace.WorkspaceStore;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class PageController {

    private static final int LATEST = 20;

    private final WorkspaceStore workspaces;
    private final Dashboards dashboards;
    private final AuditTrail audit;
    private final OrmClient<ControlPlane> durable;
    private final OrmClient<FastState> fast;

    PageController(
            WorkspaceStore workspaces,
            Dashboards dashboards,
            AuditTrail audit,
            OrmClient<ControlPlane> durable,
            OrmClient<FastState> fast) {
        this.workspaces = workspaces;
        this.dashboards = dashboards;
        this.audit = audit;
        this.durable = durable;
        this.fast = fast;
    }

    @GetMapping("/")
    String index(@Valid Paging paging, Model page) {
        page.addAttribute("stores", List.of(StoreCard.of(durable), StoreCard.of(fast)));
        page.addAttribute("workspaces", Listing.of(workspaces.page(paging.toCursor())));
        return "index";
    }

    @GetMapping("/workspaces/{slug}")
    String workspace(@PathVariable String slug, Model page) {
        page.addAttribute("dashboard", dashboards.find(slug).orElseThrow(() -> new NotFound("workspace")));
        page.addAttribute(
                "audit",
                audit.page(slug, Cursor.first(LATEST)).map(Listing::of).orElseThrow(() -> new NotFound("workspace")));
        return "workspace";
    }

    /** The queries here are fixed, so one that cannot mean anything has got its cursor from the address bar. */
    @ExceptionHandler
    void unusableCursor(InvalidDataAccessApiUsageException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
