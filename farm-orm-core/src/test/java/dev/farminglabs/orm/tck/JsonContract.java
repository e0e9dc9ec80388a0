package dev.farminglabs.orm.tck;

import static dev.farminglabs.orm.tck.Samples.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.tck.Samples.Settings;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON comes back and is compared by structure. */
public abstract class JsonContract extends Contract<Samples> {

    record Shown(@Nullable Settings settings, Optional<List<String>> tags) {}

    protected JsonContract() {
        super(new Samples());
    }

    @Test
    void objectsComeBack() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text", "ä \" \\ \u2028");
        data.put("number", 1.5);
        data.put("large", 9_007_199_254_740_993L);
        data.put("yes", true);
        data.put("none", null);
        data.put("list", Arrays.asList(1, null, "x", List.of()));
        data.put("", Map.of("nested", Map.of()));
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.data.set(data));
        Map<String, Object> read = orm.model(SAMPLE).findFirst().orElseThrow().get(SAMPLE.data);
        assertThat(read).containsOnlyKeys(data.keySet());
        assertThat(read)
                .containsEntry("text", "ä \" \\ \u2028")
                .containsEntry("large", 9_007_199_254_740_993L)
                .containsEntry("yes", true)
                .containsEntry("none", null)
                .containsEntry("list", Arrays.asList(1, null, "x", List.of()))
                .containsEntry("", Map.of("nested", Map.of()));
        assertThat(new BigDecimal(read.get("number").toString())).isEqualByComparingTo("1.5");
    }

    @Test
    void typedValuesComeBack() {
        Settings settings = new Settings("dark", 3, List.of("x", "y"));
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.settings.set(settings), SAMPLE.tags.set(List.of("p")));
        assertThat(orm.model(SAMPLE).findMany(Shown.class))
                .containsExactly(new Shown(settings, Optional.of(List.of("p"))));
        assertThat(orm.model(SAMPLE).where(SAMPLE.settings.eq(settings)).count())
                .isEqualTo(1);
        assertThat(orm.model(SAMPLE)
                        .where(SAMPLE.settings.eq(new Settings("dark", 4, List.of("x", "y"))))
                        .count())
                .isZero();
    }

    static Stream<Object> values() {
        return Stream.of(
                "text", "", 1, -1.25, true, false, List.of(), List.of(1, "a", List.of(true)), Map.of(), Map.of("a", 1));
    }

    @ParameterizedTest
    @MethodSource("values")
    void anyTopLevelValueComesBackAndIsFound(Object value) {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.any.set(value));
        orm.model(SAMPLE).create(SAMPLE.label.set("b"), SAMPLE.any.set("something else"));
        orm.model(SAMPLE).create(SAMPLE.label.set("c"));
        assertThat(String.valueOf(orm.model(SAMPLE)
                        .where(SAMPLE.label.eq("a"))
                        .findFirst()
                        .orElseThrow()
                        .get(SAMPLE.any)))
                .isEqualTo(value.toString());
        assertThat(orm.model(SAMPLE).where(SAMPLE.any.eq(value)).findValues(SAMPLE.label))
                .containsExactly("a");
        assertThat(orm.model(SAMPLE).where(SAMPLE.any.ne(value)).count()).isEqualTo(2);
    }

    @Test
    void orderOfKeysAndSpellingOfNumbersDoNotCount() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", Map.of("x", 1.50));
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.data.set(one));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", Map.of("x", new BigDecimal("1.5")));
        other.put("a", new BigDecimal("1.00"));
        assertThat(orm.model(SAMPLE).where(SAMPLE.data.eq(other)).count()).isEqualTo(1);
        other.put("a", new BigDecimal("1e0"));
        assertThat(orm.model(SAMPLE).where(SAMPLE.data.eq(other)).count()).isEqualTo(1);
        other.put("a", "1");
        assertThat(orm.model(SAMPLE).where(SAMPLE.data.eq(other)).count()).isZero();
        other.put("a", 2);
        assertThat(orm.model(SAMPLE).where(SAMPLE.data.eq(other)).count()).isZero();
    }

    @Test
    void orderInListsCounts() {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.tags.set(List.of("x", "y")));
        assertThat(orm.model(SAMPLE).where(SAMPLE.tags.eq(List.of("x", "y"))).count())
                .isEqualTo(1);
        assertThat(orm.model(SAMPLE).where(SAMPLE.tags.eq(List.of("y", "x"))).count())
                .isZero();
    }

    @Test
    void largeNumbersKeepTheirDigits() {
        Map<String, Object> data = Map.of("i", new BigInteger("123456789012345678901234567890"));
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.data.set(data));
        assertThat(orm.model(SAMPLE).findFirst().orElseThrow().get(SAMPLE.data)).isEqualTo(data);
    }

    @Test
    void aNullInsideIsNotAnAbsentKey() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("a", null);
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.data.set(withNull));
        assertThat(orm.model(SAMPLE).where(SAMPLE.data.eq(Map.of())).count()).isZero();
        assertThat(orm.model(SAMPLE).where(SAMPLE.data.eq(withNull)).count()).isEqualTo(1);
    }

    @Test
    void thereIsNoOrderAndNoKey() {
        refused("JSON", () -> SAMPLE.data.asc());
        refused("JSON", () -> SAMPLE.tags.desc());
    }

    @Test
    void jsonIsReplacedAsAWhole() {
        orm.model(SAMPLE).create(SAMPLE.label.set("a"), SAMPLE.data.set(Map.of("a", 1, "b", 2)));
        orm.model(SAMPLE).all().updateMany(SAMPLE.data.set(Map.of("c", 3)));
        assertThat(orm.model(SAMPLE).findFirst().orElseThrow().get(SAMPLE.data)).isEqualTo(Map.of("c", 3));
    }
}
