package dev.farminglabs.sample.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody who signs up tells, in a form or as JSON. */
public record NewAccount(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Size(min = 10, max = 200) String password) {

    /** Without the password, for a record's text ends up in logs. */
    @Override
    public String toString() {
        return "NewAccount[email=" + email + "]";
    }
}
