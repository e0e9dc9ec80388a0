package dev.farminglabs.orm.reliability.differential;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that createMany takes: a null component is written as null. */
final class Inputs {

    record NewShop(
            String id,
            String code,
            @Nullable String alias,
            @Nullable String label,
            Integer count,
            @Nullable BigDecimal price,
            @Nullable Instant at,
            Bazaar.@Nullable Color color,
            @Nullable Map<String, Object> data,
            @Nullable String parentId) {}

    record NewItem(
            String id,
            String org,
            String name,
            @Nullable String shopId,
            Integer slot,
            @Nullable String flagshipOf,
            @Nullable BigDecimal price) {}

    record NewLink(
            String id,
            String shopId,
            String itemId,
            @Nullable Instant until) {}

    record NewPass(
            String id,
            String scope,
            String name,
            Integer remaining,
            @Nullable Instant until) {}

    private static final Map<String, Class<? extends Record>> OF =
            Map.of("shop", NewShop.class, "item", NewItem.class, "link", NewLink.class, "pass", NewPass.class);

    static List<String> fields(String model) {
        return Arrays.stream(OF.get(model).getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }

    static String name(String model) {
        return OF.get(model).getSimpleName();
    }

    static Record record(String model, List<Call.Assign> values) {
        try {
            var constructor = OF.get(model).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(
                    values.stream().map(Call.Assign::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model, e);
        }
    }

    private Inputs() {}
}
