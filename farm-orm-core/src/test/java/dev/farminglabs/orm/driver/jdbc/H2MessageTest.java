package dev.farminglabs.orm.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class H2MessageTest {

    private static final String KIND = "Unique index or primary key violation: ";

    @Test
    void aConstraintAndItsIndex() {
        assertThat(H2Message.duplicate(KIND
                        + "\"PUBLIC.users_email_key INDEX PUBLIC.users_email_key_INDEX_6 ON PUBLIC.users(email NULLS FIRST)"
                        + " VALUES ( /* 1 */ 'a' )\"; SQL statement:"))
                .isEqualTo(new H2Message.Duplicate(
                        List.of("users_email_key", "users_email_key_INDEX_6"), "users", List.of("email")));
    }

    @Test
    void anIndexWithNamesThatNeedQuotes() {
        assertThat(H2Message.duplicate(KIND
                        + "\"PUBLIC.\"\"b we\"\"\"\"ird. (x)_key\"\" ON PUBLIC.\"\"b ook\"\"(\"\"we\"\"\"\"ird. (x)\"\""
                        + " NULLS FIRST, \"\"key\"\" NULLS FIRST) VALUES ( /* key:1 */ 'w', 'k')\"; SQL statement:"))
                .isEqualTo(new H2Message.Duplicate(
                        List.of("b we\"ird. (x)_key"), "b ook", List.of("we\"ird. (x)", "key")));
    }

    @Test
    void aNumericKeyAndLettersBeyondAscii() {
        assertThat(
                        H2Message.duplicate(
                                KIND
                                        + "\"PUBLIC.k PRIMARY KEY ON PUBLIC.U&\"\"na\\\\00efve\\\\\\\\\\\\+01f600\"\"(id) ( /* key:1 */ 1)\""))
                .isEqualTo(new H2Message.Duplicate(List.of("k"), "na\u00efve\\\uD83D\uDE00", List.of("id")));
    }

    @Test
    void otherMessages() {
        assertThat(H2Message.duplicate("ERROR: duplicate key value violates unique constraint \"k\""))
                .isNull();
        assertThat(H2Message.duplicate(KIND + "\"no names\"")).isNull();
    }
}
