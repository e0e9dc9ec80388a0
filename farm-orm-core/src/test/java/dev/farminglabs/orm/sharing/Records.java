package dev.farminglabs.orm.sharing;

import dev.farminglabs.orm.sharing.Exchange.Color;
import dev.farminglabs.orm.sharing.Exchange.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is handed over: records with ordinary values, with as many nulls as there may be, and at the ends of their ranges. */
final class Records {

    /** An owner as it is created and read. */
    record OwnerView(String id, String fullName, @Nullable String nickName) {}

    /** An item as it is created and read. */
    record ItemView(
            String id,
            String ownerId,
            String label,
            @Nullable String note,
            int order,
            @Nullable Integer orderOrNull,
            long total,
            @Nullable Long totalOrNull,
            BigDecimal price,
            @Nullable BigDecimal balance,
            boolean open,
            @Nullable Boolean openOrNull,
            Instant dueAt,
            @Nullable Instant dueAtOrNull,
            Level level,
            @Nullable Color color,
            @Nullable Map<String, Object> data,
            @Nullable List<String> tags,
            @Nullable Object any) {}

    /** An item's owner, by the relation. */
    record ItemOwner(String id, OwnerView owner) {}

    private static final String HOSTILE = "Ünï \"quoted\" 'single' `tick` \\ 100% _ \n\t 😀 \u2028 ${x}";

    static final List<OwnerView> OWNERS = List.of(
            new OwnerView("owner-1", "Grace", "amazing"),
            new OwnerView("owner-2", HOSTILE, null),
            new OwnerView("owner-3", "", null));

    static final List<ItemView> ITEMS = List.of(ordinary(), sparse(), highest(), lowest());

    private static ItemView ordinary() {
        return new ItemView(
                "item-1",
                "owner-1",
                "Nails",
                "12 mm",
                7,
                -7,
                9_007_199_254_740_993L,
                -1L,
                new BigDecimal("9.5"),
                new BigDecimal("-0.000000001"),
                true,
                false,
                Instant.parse("2026-03-29T01:30:00.123Z"),
                Instant.parse("2026-10-25T00:30:00Z"),
                Level.HIGH,
                Color.GREEN,
                json("text", "a", "whole", 7, "part", 0.1, "yes", true, "nothing", null, "list", List.of(1, "2")),
                List.of("x", "y"),
                json("deep", json("deeper", List.of(List.of()))));
    }

    private static ItemView sparse() {
        return new ItemView(
                "item-2",
                "owner-2",
                HOSTILE,
                null,
                0,
                null,
                0,
                null,
                BigDecimal.ZERO,
                null,
                false,
                null,
                Instant.EPOCH,
                null,
                Level.LOW,
                null,
                null,
                null,
                null);
    }

    private static ItemView highest() {
        return new ItemView(
                "item-3",
                "owner-1",
                "highest",
                "",
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                new BigDecimal("99999999999999.9999"),
                new BigDecimal("99999999999999999999999999999.999999999"),
                true,
                true,
                Instant.parse("2999-12-31T23:59:59.999Z"),
                Instant.parse("2000-02-29T12:00:00.001Z"),
                Level.MIDDLE,
                Color.RED,
                Map.of(),
                List.of(),
                HOSTILE);
    }

    private static ItemView lowest() {
        return new ItemView(
                "item-4",
                "owner-3",
                "",
                " ",
                Integer.MIN_VALUE,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE,
                new BigDecimal("-99999999999999.9999"),
                new BigDecimal("-99999999999999999999999999999.999999999"),
                false,
                false,
                Instant.parse("1969-12-31T23:59:59.999Z"),
                Instant.parse("1900-01-01T00:00:00.001Z"),
                Level.LOW,
                Color.GREEN,
                json(HOSTILE, HOSTILE),
                Arrays.asList("", HOSTILE),
                -12.25);
    }

    private static Map<String, Object> json(@Nullable Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            object.put(String.valueOf(keysAndValues[at]), keysAndValues[at + 1]);
        }
        return object;
    }

    private Records() {}
}
