package dev.farminglabs.orm.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import tools.jackson.databind.json.JsonMapper;

/** The quick way of writing JSON gives the text of the thorough one. */
class PlainJsonTest {

    private final JsonText quick = new JsonText(null);
    private final JsonText thorough = new JsonText(JsonMapper.builder().build());

    static Stream<Object> values() {
        Map<String, Object> unsorted = new LinkedHashMap<>();
        unsorted.put("b", 1);
        unsorted.put("a", null);
        unsorted.put("é\"\\/\n\u0001", "é\"\\/\n\u0001\u007f\uD83D\uDE00");
        Object deep = "end";
        for (int i = 0; i < 60; i++) {
            deep = List.of(deep);
        }
        return Stream.of(
                unsorted,
                deep,
                Map.of(),
                List.of(),
                Arrays.asList(1, null, true, -7L, "text"),
                List.of(0.25, 1e10, -0.0, 1e-7, 100.0, Double.MAX_VALUE, Double.MIN_VALUE),
                List.of(new BigDecimal("1.500"), new BigDecimal("1e90"), new BigDecimal("1e120"), BigDecimal.ZERO),
                new TreeMap<>(Map.of("nested", Map.of("list", List.of(Map.of("z", 1, "y", 2))))),
                Map.of(1, "a key that is no text"),
                List.of(UUID.fromString("00000000-0000-0000-0000-000000000001"), 1.5f, (short) 3, 'c'),
                "text",
                "x".repeat(20_000),
                Long.MIN_VALUE,
                false);
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesWhatTheMapperWrites(Object value) {
        assertThat(quick.canonical(Shape.field("any"), value)).isEqualTo(thorough.canonical(Shape.field("any"), value));
    }

    @Test
    void refusesWhatTheMapperRefuses() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        for (Object value : List.of(Map.of("n", Double.NaN), List.of("\uD83D"), List.of("\0"), itself)) {
            assertThatThrownBy(() -> quick.canonical(Shape.field("any"), value))
                    .isInstanceOf(InvalidDataAccessApiUsageException.class);
            assertThatThrownBy(() -> thorough.canonical(Shape.field("any"), value))
                    .isInstanceOf(InvalidDataAccessApiUsageException.class);
        }
    }
}
