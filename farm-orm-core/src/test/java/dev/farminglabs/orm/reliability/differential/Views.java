package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.From;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The select shapes of the random programs. */
final class Views {

    // ------------------------------------------------------------------------------------------------ shop

    record ShopCard(
            String id, String code, int count, @Nullable BigDecimal price, Optional<Instant> at) {}

    record ShopTree(String id, @Nullable ShopCard parent, List<ShopCard> children) {}

    record ShopFull(
            String id,
            Bazaar.Level level,
            @Nullable Map<String, Object> data,
            List<ItemWithShops> items,
            Optional<ItemCard> flagship,
            Set<LinkCard> links,
            List<ItemCard> stock) {}

    // ------------------------------------------------------------------------------------------------ item

    record ItemCard(
            String id,
            @From("name") String called,
            @Nullable String shopId,
            Optional<Instant> deletedAt) {}

    record ItemWithShops(String id, List<ShopCard> shops, List<LinkToShop> links) {}

    record ItemWithShop(
            String id, Optional<ShopTree> shop, @Nullable ShopCard flagshipShop) {}

    // ------------------------------------------------------------------------------------------------ link

    record LinkCard(String id, int weight, @Nullable Instant until) {}

    record LinkToShop(String id, @Nullable ShopWithFlagship shop) {}

    record ShopWithFlagship(String code, @Nullable ItemCard flagship) {}

    record LinkFull(
            String id,
            @Nullable ItemWithShop item,
            @Nullable ShopCard shop) {}

    // ------------------------------------------------------------------------------------------------ pass

    record PassCard(
            String scope,
            String name,
            int remaining,
            @Nullable String note) {}

    static final Map<String, List<Class<? extends Record>>> OF = Map.of(
            "shop", List.of(ShopCard.class, ShopTree.class, ShopFull.class, ShopWithFlagship.class),
            "item", List.of(ItemCard.class, ItemWithShops.class, ItemWithShop.class),
            "link", List.of(LinkCard.class, LinkToShop.class, LinkFull.class),
            "pass", List.of(PassCard.class));

    private Views() {}
}
