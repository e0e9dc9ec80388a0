package dev.farminglabs.orm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.engine.value.Shape;
import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.operation.Sort;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageKeysTest {

    private final PageKeys keys = new PageKeys(
            Shape.MODEL,
            List.of(
                    new Sort(Shape.field("name"), false, true),
                    new Sort(Shape.field("at"), true, false),
                    new Sort(Shape.field("price"), false, true),
                    new Sort(Shape.field("id"), false, true)));

    @Test
    void givesBackWhatItStandsFor() {
        List<@Nullable Object> values =
                Arrays.asList(null, Instant.ofEpochMilli(-5), new BigDecimal("1.5"), "id \" ' \\ é");
        assertThat(keys.keys(keys.token(values))).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "AAAA",
                "null",
                "[]",
                "{}",
                "[1]",
                "[\"x\",\"a\",\"1\",\"1\",\"i\"]",
                "[null,null,null,null,null]"
            })
    void refusesWhatItDidNotMake(String text) {
        assertRefused(text);
        assertRefused(Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesATokenOfAnotherOrder() {
        PageKeys other = new PageKeys(Shape.MODEL, List.of(new Sort(Shape.field("id"), false, true)));
        assertRefused(other.token(List.of("a")));
    }

    @Test
    void refusesATokenWithAKeyOfTheWrongKind() {
        String token = keys.token(Arrays.asList("a", "not a time", new BigDecimal("1"), "i"));
        assertRefused(token);
        assertRefused(keys.token(Arrays.asList("a", null, "9".repeat(1000), "i")));
        assertRefused(keys.token(Arrays.asList("a", null, null, "i")));
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> keys.keys(token))
                .isInstanceOfSatisfying(
                        OrmError.class, error -> assertThat(error.code()).isEqualTo(OrmErrorCode.INVALID_QUERY))
                .hasMessageContaining("Cursor.first");
    }
}
