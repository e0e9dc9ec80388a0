package dev.farminglabs.orm.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.orm.error.OrmErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private final JsonText json = new JsonText(null);

    private String canonical(Object value) {
        return json.canonical(Shape.field("any"), value);
    }

    @Test
    void sortsKeysAtEveryDepth() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", 1);
        inner.put("a", 2);
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("y", inner);
        outer.put("b", List.of(inner));
        assertThat(canonical(outer)).isEqualTo("{\"b\":[{\"a\":2,\"z\":1}],\"y\":{\"a\":2,\"z\":1}}");
    }

    @Test
    void spellsANumberInOneWay() {
        assertThat(canonical(List.of(1, 1L, 1.0, 1.0f, new BigDecimal("1.000"), new BigDecimal("1E+0"))))
                .isEqualTo("[1,1,1,1,1,1]");
        assertThat(canonical(List.of(1.5, new BigDecimal("1.50"), new BigDecimal("-0.00"))))
                .isEqualTo("[1.5,1.5,0]");
    }

    @Test
    void doesNotWriteOutALargeExponent() {
        assertThat(canonical(new BigDecimal("1E+9000"))).hasSizeLessThan(20);
        assertRefused(new BigDecimal("1E+1000000"));
        assertRefused(new BigDecimal("1E-1000000"));
    }

    @Test
    void spellsAWholeNumberAsADecimalOfTheSameValue() {
        assertThat(canonical(BigInteger.TEN.pow(200))).isEqualTo(canonical(new BigDecimal("1e200")));
        assertThat(canonical(BigInteger.TEN.pow(20))).isEqualTo(canonical(new BigDecimal("1e20")));
    }

    @Test
    void keepsTopLevelTextNumbersAndLists() {
        assertThat(json.read(Shape.field("any"), canonical("x\"y"))).isEqualTo("x\"y");
        assertThat(json.read(Shape.field("any"), canonical(7))).isEqualTo(7);
        assertThat(json.read(Shape.field("any"), canonical(List.of(true, "a")))).isEqualTo(List.of(true, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD800", "\uDC00x"})
    void refusesTextThatNotEveryStoreKeeps(String text) {
        for (Object value : List.of(text, Map.of("k", text), Map.of(text, 1))) {
            assertRefused(value);
        }
    }

    @Test
    void refusesWhatIsNoJson() {
        assertRefused(Double.NaN);
        assertRefused(Double.POSITIVE_INFINITY);
        assertRefused(nested(20_000));
        Map<String, Object> ring = new LinkedHashMap<>();
        ring.put("self", ring);
        assertRefused(ring);
    }

    private static Object nested(int depth) {
        Object value = "leaf";
        for (int i = 0; i < depth; i++) {
            List<Object> list = new ArrayList<>();
            list.add(value);
            value = list;
        }
        return value;
    }

    private void assertRefused(Object value) {
        assertThatThrownBy(() -> canonical(value))
                .isInstanceOfSatisfying(
                        OrmError.class,
                        error -> assertThat(error.code())
                                .isIn(OrmErrorCode.INVALID_QUERY, OrmErrorCode.VALUE_TOO_LARGE));
    }
}
