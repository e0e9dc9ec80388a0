package dev.farminglabs.sample.workspace;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Who is to join, in a form or as JSON. */
record NewMember(
        @NotBlank @Email String email,

        @NotNull @Pattern(regexp = "admin|member", message = "must be admin or member")
        String role) {}
