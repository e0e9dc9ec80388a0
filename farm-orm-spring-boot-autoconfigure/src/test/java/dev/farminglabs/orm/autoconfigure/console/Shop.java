package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;

/** Customers, what they order, and what can be ordered. */
public final class Shop extends Schema {

    public static final Customer CUSTOMER = new Customer();
    public static final Purchase PURCHASE = new Purchase();
    public static final Product PRODUCT = new Product();
    public static final Line LINE = new Line();

    public Shop() {
        super("shop", CUSTOMER, PURCHASE, PRODUCT, LINE);
    }

    /** How far a purchase is. */
    public enum State {
        OPEN,
        PAID,
        SENT
    }

    public static final class Customer extends Model<Customer> {
        public final IdField<String> id = id();
        public final StringField email = string().unique().describe("Where invoices go");
        public final StringField name = string();
        public final StringField apiKey = string().secret();
        public final JsonField<Map<String, Object>> settings = json().nullable();
        public final DateTimeField createdAt = datetime().defaultNow();

        public final HasMany<Purchase> purchases = hasMany(() -> PURCHASE.customerId);

        Customer() {
            super("customers");
        }
    }

    public static final class Purchase extends Model<Purchase> {
        public final IdField<String> id = id();
        public final StringField customerId =
                string().references(() -> CUSTOMER.id).onDelete(OnDelete.CASCADE);
        public final EnumField<State> state = enumeration(State.class).defaultTo(State.OPEN);
        public final NumberField<BigDecimal> total = decimal(12, 2);
        public final DateTimeField placedAt = datetime().defaultNow();
        public final StringField note = string().nullable();

        public final BelongsTo<Customer> customer = belongsTo(() -> CUSTOMER, customerId);
        public final HasMany<Product> products = manyToMany(() -> LINE.purchaseId, () -> LINE.productId, () -> PRODUCT);

        Purchase() {
            super("purchases");
        }
    }

    public static final class Product extends Model<Product> {
        public final IdField<String> id = id();
        public final StringField sku = string().unique();
        public final StringField title = string();
        public final NumberField<Integer> stock = integer().defaultTo(0);

        Product() {
            super("products");
        }
    }

    public static final class Line extends Model<Line> {
        public final IdField<String> id = id();
        public final StringField purchaseId =
                string().references(() -> PURCHASE.id).onDelete(OnDelete.CASCADE);
        public final StringField productId = string().references(() -> PRODUCT.id);

        public final Unique2<String, String> productOfPurchase = unique(purchaseId, productId);

        Line() {
            super("lines");
        }
    }

    /** Sixty customers, the first with three purchases of two products. */
    static void fill(OrmClient<Shop> orm) {
        for (int i = 1; i <= 60; i++) {
            orm.model(CUSTOMER)
                    .create(
                            CUSTOMER.id.set("c" + i),
                            CUSTOMER.email.set("customer%02d@example.com".formatted(i)),
                            CUSTOMER.name.set(i == 1 ? "Ada Lovelace" : i == 59 ? HOSTILE : "Customer " + i),
                            CUSTOMER.apiKey.set("key-of-nobody-else-" + i),
                            CUSTOMER.settings.setOrNull(i == 1 ? Map.of("theme", "dark", "news", true) : null));
        }
        for (int i = 1; i <= 2; i++) {
            orm.model(PRODUCT)
                    .create(PRODUCT.id.set("p" + i), PRODUCT.sku.set("SKU-" + i), PRODUCT.title.set("Tea, box " + i));
        }
        for (int i = 1; i <= 3; i++) {
            orm.model(PURCHASE)
                    .create(
                            PURCHASE.id.set("o" + i),
                            PURCHASE.customerId.set("c1"),
                            PURCHASE.total.set(new BigDecimal(i * 10)));
            orm.model(LINE).create(LINE.purchaseId.set("o" + i), LINE.productId.set("p1"));
            orm.model(LINE).create(LINE.purchaseId.set("o" + i), LINE.productId.set("p2"));
        }
    }

    private record NewProduct(String id, String sku, String title) {}

    private record NewLine(String purchaseId, String productId) {}

    /** One purchase of one thousand and one products. */
    static void fillBulk(OrmClient<Shop> orm) {
        orm.model(PURCHASE)
                .create(
                        PURCHASE.id.set("bulk"),
                        PURCHASE.customerId.set("c60"),
                        PURCHASE.total.set(BigDecimal.ONE),
                        PURCHASE.note.set("a thousand and one"));
        orm.model(PRODUCT)
                .createMany(IntStream.rangeClosed(1, 1001)
                        .mapToObj(i -> new NewProduct("bulk" + i, "BULK-" + i, "Part " + i))
                        .toList());
        orm.model(LINE)
                .createMany(IntStream.rangeClosed(1, 1001)
                        .mapToObj(i -> new NewLine("bulk", "bulk" + i))
                        .toList());
    }

    static final String HOSTILE = "<script>alert('x')</script>\"'&";
}
