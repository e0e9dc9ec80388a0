package dev.farminglabs.sample.workspace;

import dev.farminglabs.sample.api.Listing;
import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.api.Paging;
import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.workspace.Dashboards.Dashboard;
import dev.farminglabs.sample.workspace.Dashboards.Member;
import dev.farminglabs.sample.workspace.WorkspaceStore.Card;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces")
class WorkspaceController {

    private final WorkspaceStore workspaces;
    private final Members members;
    private final Dashboards dashboards;

    WorkspaceController(WorkspaceStore workspaces, Members members, Dashboards dashboards) {
        this.workspaces = workspaces;
        this.members = members;
        this.dashboards = dashboards;
    }

    @PostMapping
    ResponseEntity<Card> create(SignedIn user, @Valid @RequestBody NewWorkspace input) {
        Card created = workspaces.create(user, input);
        return ResponseEntity.created(URI.create("/api/workspaces/" + created.slug()))
                .body(created);
    }

    @GetMapping
    Listing<Card> page(SignedIn user, @Valid Paging paging) {
        return Listing.of(workspaces.page(user, paging.toCursor()));
    }

    @GetMapping("/{slug}")
    Dashboard find(SignedIn user, @PathVariable String slug) {
        return dashboards.find(user, slug).orElseThrow(() -> new NotFound("workspace"));
    }

    @PostMapping("/{slug}/members")
    @ResponseStatus(HttpStatus.CREATED)
    Member addMember(SignedIn user, @PathVariable String slug, @Valid @RequestBody NewMember input) {
        return members.add(user, slug, input);
    }
}
