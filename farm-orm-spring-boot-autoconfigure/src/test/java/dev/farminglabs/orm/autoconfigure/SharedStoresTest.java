package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.setup.Setup;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Any number of beans bring schemas; those of one store are checked together before anything is sent. */
class SharedStoresTest {

    private static final Buyer BUYER = new Buyer();
    private static final Bill BILL = new Bill();

    static final class Buyer extends Model<Buyer> {
        public final IdField<String> id = id();
        public final StringField name = string();

        Buyer() {
            super("buyers");
        }
    }

    static final class Bill extends Model<Bill> {
        public final IdField<String> id = id();
        public final StringField buyerId = string().references(() -> BUYER.id);
        public final BelongsTo<Buyer> buyer = belongsTo(() -> BUYER, buyerId);

        Bill() {
            super("bills");
        }
    }

    static final class Purchaser extends Model<Purchaser> {
        public final IdField<String> id = id();

        Purchaser() {
            super("buyers");
        }
    }

    static final class Sales extends Schema {
        Sales() {
            super("sales", BUYER);
        }
    }

    static final class Billing extends Schema {
        Billing() {
            super("billing", BUYER, BILL);
        }
    }

    static final class Purchasing extends Schema {
        Purchasing() {
            super("purchasing", new Purchaser());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class SalesModule {
        @Bean
        Sales sales() {
            return new Sales();
        }

        @Bean
        DataSource dataSource() {
            return Fixtures.h2();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BillingModule {
        @Bean
        Billing billing() {
            return new Billing();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PurchasingModule {
        @Bean
        Purchasing purchasing() {
            return new Purchasing();
        }
    }

    private final ApplicationContextRunner context = Fixtures.context().withUserConfiguration(SalesModule.class);

    record BillView(String id, Name buyer) {}

    record Name(String name) {}

    @Test
    @SuppressWarnings("unchecked")
    void aModelThatTwoSchemasListIsOneTable() {
        context.withUserConfiguration(BillingModule.class).run(ready -> {
            assertThat(ready).hasNotFailed();
            ready.getBean("billingSetup", Setup.class).push();
            OrmClient<Sales> sales = (OrmClient<Sales>) ready.getBean("salesOrmClient");
            OrmClient<Billing> billing = (OrmClient<Billing>) ready.getBean("billingOrmClient");
            String buyer = sales.model(BUYER).create(BUYER.name.set("Ann")).get(BUYER.id);
            billing.model(BILL).create(BILL.id.set("b1"), BILL.buyerId.set(buyer));
            assertThat(billing.model(BILL).findMany(BillView.class))
                    .isEqualTo(List.of(new BillView("b1", new Name("Ann"))));
        });
    }

    @Test
    void twoModelsInOneTableAreRefusedNamingBoth() {
        context.withUserConfiguration(PurchasingModule.class)
                .run(failed -> assertThat(Fixtures.refusal(failed.getStartupFailure()))
                        .hasMessageContaining("'sales'")
                        .hasMessageContaining("'purchasing'")
                        .hasMessageContaining("jdbc bean 'dataSource'")
                        .hasMessageContaining(Buyer.class.getName())
                        .hasMessageContaining(Purchaser.class.getName())
                        .hasMessageContaining("both in table buyers")
                        .hasMessageEndingWith(".prefix: <prefix>"));
    }

    @Test
    void aPrefixKeepsThemApart() {
        context.withUserConfiguration(PurchasingModule.class)
                .withPropertyValues("farm.orm.schemas.purchasing.prefix=p_")
                .run(ready -> assertThat(ready).hasNotFailed());
    }

    @Test
    void customizersHaveTheLastWord() {
        OrmClientCustomizer apart = (schema, builder) -> builder.prefix(schema + "_");
        context.withUserConfiguration(PurchasingModule.class)
                .withBean(OrmClientCustomizer.class, () -> apart)
                .run(ready -> assertThat(ready).hasNotFailed());
        OrmClientCustomizer together = (schema, builder) -> builder.prefix("x_");
        context.withUserConfiguration(PurchasingModule.class)
                .withPropertyValues("farm.orm.schemas.purchasing.prefix=p_")
                .withBean(OrmClientCustomizer.class, () -> together)
                .run(failed ->
                        assertThat(Fixtures.refusal(failed.getStartupFailure())).hasMessageContaining("x_buyers"));
    }
}
