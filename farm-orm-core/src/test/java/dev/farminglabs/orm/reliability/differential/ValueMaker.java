package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.reliability.differential.Facts.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Random values: few, so that they meet, and from the edges. */
final class ValueMaker {

    private static final List<String> IDS = List.of("1", "2", "3", "4");
    private static final List<String> KEYS = List.of("a", "b", "A", "a ", "\u00e9");
    private static final List<String> TENANTS = List.of("t", "T");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "ab",
            "aB",
            "a%",
            "a_b",
            "\\",
            "\\%",
            "'",
            "''; drop table shop; --",
            "\"",
            "a\nb",
            "%",
            "_",
            "null",
            "{\"$gt\": \"\"}",
            "$where",
            "?",
            "${x}",
            "e\u0301",
            "\u00c9",
            "\uffff",
            "\u0130",
            "\u0001",
            "*",
            "[a]");
    private static final List<String> ASTRAL = List.of("\ud83d\ude00", "a\ud83d\ude00");
    private static final List<String> REFUSED = List.of("a\0b", "\ud800x");
    private static final List<Integer> INTEGERS =
            List.of(0, 1, 2, 3, -1, 7, Integer.MAX_VALUE, Integer.MAX_VALUE - 1, Integer.MIN_VALUE);
    private static final List<Long> LONGS = List.of(
            0L,
            1L,
            -1L,
            9_007_199_254_740_993L,
            -9_007_199_254_740_993L,
            Long.MAX_VALUE,
            Long.MAX_VALUE - 1,
            Long.MIN_VALUE);
    private static final List<String> DECIMALS = List.of(
            "0",
            "0.00",
            "1",
            "1.0",
            "1.10",
            "-0.5",
            "9.5",
            "9.50",
            "10",
            "100",
            "1E+2",
            "0.01",
            "123.456",
            "9999.99",
            "-9999.99");
    private static final List<String> FAR_DECIMALS = List.of(
            "99999999999999999999999999999.999999999",
            "-99999999999999999999999999999.999999999",
            "0.000000001",
            "999999.999",
            "1000000",
            "0.0000000001",
            "1E+40",
            "-1E-50",
            "12345678901234567890.123456789");
    private static final List<Instant> TIMES = List.of(
            Instant.EPOCH,
            Instant.parse("1969-12-31T23:59:59.999Z"),
            Instant.parse("2024-02-29T12:00:00.5Z"),
            Instant.parse("2024-02-29T12:00:00.500999999Z"),
            Instant.parse("2024-02-29T12:00:00.501Z"),
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59.999Z"),
            Instant.parse("1582-10-10T00:00:00.001Z"));

    private final RandomGenerator random;
    private final RandomGenerator picks;
    private final Limits limits;
    private final Instant start;

    /** What there is comes by {@code random}, and which values it has by {@code picks}, which may be the same. */
    ValueMaker(RandomGenerator random, RandomGenerator picks, Limits limits, Instant start) {
        this.random = random;
        this.picks = picks;
        this.limits = limits;
        this.start = start;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String tenant() {
        return one(TENANTS);
    }

    /** A value for a write: mostly one that fits, now and then one that must be refused. */
    @Nullable
    Object written(String model, Field field) {
        boolean neverNull =
                limits.standIn() && model.equals("item") && field.name().equals("shopId");
        if (field.nullable() && !neverNull && chance(25)) {
            return null;
        }
        if (field.kind() == Facts.Kind.TEXT && chance(1)) {
            return pick(REFUSED);
        }
        return fitting(model, field, chance(6));
    }

    /** A value for a comparison: any at all. */
    Object compared(String model, Field field) {
        return fitting(model, field, chance(20));
    }

    private Object fitting(String model, Field field, boolean far) {
        return switch (field.kind()) {
            case TEXT -> text(model, field, far);
            case INTEGER -> far ? pick(INTEGERS) : (Object) picks.nextInt(4);
            case BIGINT -> pick(LONGS);
            case DECIMAL -> new BigDecimal(pick(far ? FAR_DECIMALS : DECIMALS));
            case BOOL -> picks.nextBoolean();
            case TIME -> field.role() == Facts.Role.EXPIRY ? moment() : picked(30) ? moment() : pick(TIMES);
            case ENUM ->
                field.name().equals("color")
                        ? pick(List.of(Bazaar.Color.values()))
                        : pick(List.of(Bazaar.Level.values()));
            case JSON -> json();
        };
    }

    private String text(String model, Field field, boolean far) {
        Facts.Reference reference = field.reference();
        if (field.role() == Facts.Role.ID
                || (reference != null && reference.field().equals("id"))) {
            return pick(IDS);
        }
        if (field.role() == Facts.Role.TENANT) {
            return pick(TENANTS);
        }
        if (reference != null || Facts.model(model).inKey(field.name())) {
            return pick(KEYS);
        }
        String text = far && !limits.standIn() ? pick(ASTRAL) : picked(15) ? pick(TEXTS) + pick(TEXTS) : pick(TEXTS);
        return text.length() > field.length() && picked(80) ? "ab" : text;
    }

    private <T> T pick(List<T> list) {
        return list.get(picks.nextInt(list.size()));
    }

    private boolean picked(int percent) {
        return picks.nextInt(100) < percent;
    }

    /** Around the time of the program, at whole steps of its clock and one beside. */
    Instant moment() {
        return start.plusMillis(500L * picks.nextInt(12) + pick(List.of(0, 0, 0, 1, -1)));
    }

    private Map<String, Object> json() {
        Map<String, Object> map = new LinkedHashMap<>();
        int size = picks.nextInt(3);
        for (int i = 0; i < size; i++) {
            map.put(pick(List.of("a", "b", "$x", "a.b", "")), jsonValue(2));
        }
        return map;
    }

    private @Nullable Object jsonValue(int depth) {
        return switch (picks.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> null;
            case 1 -> picks.nextBoolean();
            case 2 -> pick(TEXTS);
            case 3 -> pick(List.<Object>of(1, 1L, 1.0, 1.5, new BigDecimal("1.50")));
            case 4 -> pick(LONGS);
            case 5 -> "x";
            case 6 -> new ArrayList<>(Arrays.asList(jsonValue(depth - 1), jsonValue(depth - 1)));
            default -> json();
        };
    }
}
