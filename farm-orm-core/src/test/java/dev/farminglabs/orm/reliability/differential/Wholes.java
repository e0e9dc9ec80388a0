package dev.farminglabs.orm.reliability.differential;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records with every field of a model, for writes that show what they wrote. */
final class Wholes {

    record WholeShop(
            String id,
            String code,
            @Nullable String alias,
            @Nullable String label,
            @Nullable String brief,
            int count,
            @Nullable Integer spare,
            @Nullable Long total,
            @Nullable BigDecimal price,
            @Nullable BigDecimal rate,
            @Nullable Boolean open,
            @Nullable Instant at,
            Bazaar.Level level,
            Bazaar.@Nullable Color color,
            @Nullable Map<String, Object> data,
            @Nullable String parentId,
            long version,
            Instant updatedAt) {}

    record WholeItem(
            String id,
            String org,
            String name,
            @Nullable String shopId,
            int slot,
            @Nullable String flagshipOf,
            @Nullable BigDecimal price,
            @Nullable Instant deletedAt) {}

    record WholeLink(
            String id,
            String shopId,
            String itemId,
            int weight,
            @Nullable Instant until) {}

    record WholePass(
            String id,
            String scope,
            String name,
            int remaining,
            @Nullable String note,
            @Nullable Instant until) {}

    private static final Map<String, Class<? extends Record>> OF =
            Map.of("shop", WholeShop.class, "item", WholeItem.class, "link", WholeLink.class, "pass", WholePass.class);

    static Class<? extends Record> of(String model) {
        return OF.get(model);
    }

    private Wholes() {}
}
