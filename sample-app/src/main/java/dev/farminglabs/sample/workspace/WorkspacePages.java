package dev.farminglabs.sample.workspace;

import dev.farminglabs.orm.Cursor;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.sample.access.Access.Seat;
import dev.farminglabs.sample.api.Listing;
import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.api.Paging;
import dev.farminglabs.sample.api.Refused;
import dev.farminglabs.sample.audit.AuditTrail;
import dev.farminglabs.sample.pages.FormProblems;
import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.Plan;
import dev.farminglabs.sample.workspace.Dashboards.Dashboard;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class WorkspacePages {

    private static final int LATEST = 8;

    private final WorkspaceStore workspaces;
    private final Members members;
    private final Dashboards dashboards;
    private final AuditTrail audit;

    WorkspacePages(WorkspaceStore workspaces, Members members, Dashboards dashboards, AuditTrail audit) {
        this.workspaces = workspaces;
        this.members = members;
        this.dashboards = dashboards;
        this.audit = audit;
    }

    @GetMapping("/")
    String index(@Nullable SignedIn user, @Valid Paging paging, Model page) {
        return user == null ? "welcome" : list(user, paging.toCursor(), page);
    }

    private String list(SignedIn user, Cursor cursor, Model page) {
        page.addAttribute("workspaces", Listing.of(workspaces.page(user, cursor)));
        return "workspaces";
    }

    @PostMapping("/workspaces")
    String create(
            SignedIn user,
            @Valid @ModelAttribute("form") NewWorkspace form,
            BindingResult result,
            Model page,
            HttpServletResponse response) {
        FormProblems problems = FormProblems.of(result);
        if (problems.none()) {
            try {
                return "redirect:/workspaces/" + workspaces.create(user, form).slug();
            } catch (DuplicateKeyException e) {
                if (OrmError.in(e)
                        .filter(error -> error.violates(ControlPlane.WORKSPACE.slug))
                        .isEmpty()) {
                    throw e;
                }
                problems.add("slug", "There is a workspace with this address already.");
            }
        }
        return problems.show(page, response, list(user, new Paging(null, null).toCursor(), page));
    }

    @GetMapping("/workspaces/{slug}")
    String workspace(SignedIn user, @PathVariable String slug, Model page) {
        return show(user, slug, page);
    }

    private String show(SignedIn user, String slug, Model page) {
        Dashboard dashboard = dashboards.find(user, slug).orElseThrow(() -> new NotFound("workspace"));
        boolean manages = dashboard.workspace().memberships().stream()
                .anyMatch(member -> member.user().id().equals(user.userId()) && Seat.manages(member.role()));
        page.addAttribute("dashboard", dashboard);
        page.addAttribute("manages", manages);
        page.addAttribute("plans", Plan.values());
        page.addAttribute("audit", Listing.of(audit.page(dashboard.workspace().id(), Cursor.first(LATEST))));
        return "workspace";
    }

    @PostMapping("/workspaces/{slug}/members")
    String addMember(
            SignedIn user,
            @PathVariable String slug,
            @Valid @ModelAttribute("form") NewMember form,
            BindingResult result,
            Model page,
            HttpServletResponse response) {
        FormProblems problems = FormProblems.of(result);
        if (problems.none()) {
            try {
                members.add(user, slug, form);
                return "redirect:/workspaces/{slug}";
            } catch (Members.NoSuchUser e) {
                problems.add("email", "Nobody has signed up with this address.");
            } catch (Refused e) {
                problems.add("email", e.why());
            }
        }
        return problems.show(page, response, show(user, slug, page));
    }
}
