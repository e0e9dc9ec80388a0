package dev.farminglabs.sample.workspace;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a new workspace needs, in a form or as JSON. */
record NewWorkspace(
        @NotNull
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be lower-case words joined by hyphens")
        @Size(max = 63)
        String slug,

        @NotBlank @Size(max = 100) String name) {}
