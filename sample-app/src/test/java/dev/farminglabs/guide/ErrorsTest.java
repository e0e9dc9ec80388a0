package dev.farminglabs.guide;

import static dev.farminglabs.sample.storage.ControlPlane.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.Retry;
import dev.farminglabs.sample.storage.ControlPlane;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** The code of docs/errors.md. */
class ErrorsTest {

    private final OrmClient<ControlPlane> orm = GuideStore.controlPlane();

    void register(String email, String name) {
        try {
            orm.model(USER).create(USER.email.set(email), USER.name.set(name));
        } catch (DuplicateKeyException e) {
            if (OrmError.in(e).filter(error -> error.violates(USER.email)).isPresent()) {
                throw new IllegalArgumentException("This address is taken.", e);
            }
            throw e;
        }
    }

    @Test
    void whoHoldsTheKey() {
        assertThatThrownBy(() -> register("ada@acme.example", "Another"))
                .isInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .message()
                .doesNotContain("ada@acme.example");
    }

    boolean worthAnotherTry(DataAccessException e) {
        return OrmError.in(e).filter(error -> error.retry() == Retry.SAFE).isPresent();
    }

    @Test
    void whatWentWrong() {
        assertThatThrownBy(() -> orm.model(USER).create(USER.email.set("n@example.org")))
                .satisfies(e -> {
                    OrmError error = OrmError.in(e).orElseThrow();
                    assertThat(error.code()).isEqualTo(OrmErrorCode.NOT_NULL_VIOLATION);
                    assertThat(error.fields()).containsExactly("name");
                    assertThat(worthAnotherTry((DataAccessException) e)).isFalse();
                });
    }
}
