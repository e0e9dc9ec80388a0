package dev.farminglabs.sample.workspace;

import dev.farminglabs.sample.api.Listing;
import dev.farminglabs.sample.api.NotFound;
import dev.farminglabs.sample.api.Paging;
import dev.farminglabs.sample.workspace.Dashboards.Dashboard;
import dev.farminglabs.sample.workspace.WorkspaceStore.Card;
import dev.farminglabs.sample.workspace.WorkspaceStore.Created;
import dev.farminglabs.sample.workspace.WorkspaceStore.Member;
import dev.farminglabs.sample.workspace.WorkspaceStore.NewWorkspace;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

    record WorkspaceInput(
            @NotNull
            @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be lower-case words joined by hyphens")
            @Size(max = 63)
            String slug,

            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email @Size(max = 254) String ownerEmail,
            @NotBlank @Size(max = 100) String ownerName) {}

    record MemberInput(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 100) String name,

            @NotNull @Pattern(regexp = "owner|admin|member", message = "must be owner, admin or member")
            String role) {}

    private final WorkspaceStore workspaces;
    private final Dashboards dashboards;

    WorkspaceController(WorkspaceStore workspaces, Dashboards dashboards) {
        this.workspaces = workspaces;
        this.dashboards = dashboards;
    }

    @PostMapping
    ResponseEntity<Created> create(@Valid @RequestBody WorkspaceInput input) {
        Created created =
                workspaces.create(new NewWorkspace(input.slug(), input.name(), input.ownerEmail(), input.ownerName()));
        return ResponseEntity.created(
                        URI.create("/api/workspaces/" + created.workspace().slug()))
                .body(created);
    }

    @GetMapping
    Listing<Card> page(@Valid Paging paging) {
        return Listing.of(workspaces.page(paging.toCursor()));
    }

    @GetMapping("/{slug}")
    Dashboard find(@PathVariable String slug) {
        return dashboards.find(slug).orElseThrow(() -> new NotFound("workspace"));
    }

    @PostMapping("/{slug}/members")
    @ResponseStatus(HttpStatus.CREATED)
    Member addMember(@PathVariable String slug, @Valid @RequestBody MemberInput input) {
        return workspaces.addMember(slug, input.email(), input.name(), input.role());
    }
}
