package dev.farminglabs.orm.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.sharing.Records.ItemOwner;
import dev.farminglabs.orm.sharing.Records.ItemView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one client writes, the other reads, value by value. */
class SharedTablesTest {

    private static final Exchange.Owner OWNER = Exchange.OWNER;
    private static final Exchange.StockItem ITEM = Exchange.ITEM;

    @ParameterizedTest
    @EnumSource
    void theOtherClientReadsWhatJavaWrote(OtherClient client) {
        if (!client.there()) {
            return;
        }
        try (SharedStore store = SharedStore.of(client)) {
            store.orm().model(OWNER).createMany(Records.OWNERS);
            store.orm().model(ITEM).createMany(Records.ITEMS);

            assertThat(ExchangeText.items(client.read(store.address())))
                    .isEqualTo(ExchangeText.withOwners(Records.OWNERS, Records.ITEMS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void javaReadsWhatTheOtherClientWrote(OtherClient client) {
        if (!client.there()) {
            return;
        }
        try (SharedStore store = SharedStore.of(client)) {
            List<ItemView> items = Records.ITEMS;
            client.write(store.address(), ExchangeText.of(Records.OWNERS, items));

            OrmClient<Exchange> orm = store.orm();
            assertThat(orm.model(OWNER).orderBy(OWNER.id.asc()).findMany(Records.OwnerView.class))
                    .isEqualTo(Records.OWNERS);
            assertThat(orm.model(ITEM).orderBy(ITEM.id.asc()).findMany(ItemView.class))
                    .isEqualTo(items);
            assertThat(orm.model(ITEM).findMany(ItemOwner.class))
                    .allSatisfy(item -> assertThat(Records.OWNERS).contains(item.owner()));
            assertFound(orm);
            assertNow(orm);
        }
    }

    /** Conditions see what the other client wrote as they see their own. */
    private static void assertFound(OrmClient<Exchange> orm) {
        for (ItemView item : Records.ITEMS) {
            assertThat(orm.model(ITEM)
                            .where(
                                    ITEM.label.eq(item.label()),
                                    ITEM.order.eq(item.order()),
                                    ITEM.total.eq(item.total()),
                                    ITEM.price.eq(item.price()),
                                    ITEM.open.eq(item.open()),
                                    ITEM.dueAt.eq(item.dueAt()),
                                    ITEM.level.eq(item.level()))
                            .findValues(ITEM.id))
                    .containsExactly(item.id());
        }
        assertThat(orm.model(ITEM)
                        .where(ITEM.note.isNull(), ITEM.balance.isNull())
                        .findValues(ITEM.id))
                .containsExactly("item-2");
    }

    /** Times that the other client made itself are of now, in no other time zone. */
    private static void assertNow(OrmClient<Exchange> orm) {
        Instant now = Instant.now();
        assertThat(orm.model(ITEM).findValues(ITEM.createdAt))
                .hasSize(Records.ITEMS.size())
                .allSatisfy(time -> assertThat(time).isCloseTo(now, within(5, ChronoUnit.MINUTES)));
        assertThat(orm.model(ITEM).findValues(ITEM.updatedAt))
                .allSatisfy(time -> assertThat(time).isCloseTo(now, within(5, ChronoUnit.MINUTES)));
    }
}
