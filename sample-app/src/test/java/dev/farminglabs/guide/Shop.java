package dev.farminglabs.guide;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.TypeRef;
import dev.farminglabs.orm.driver.Ability;
import java.math.BigDecimal;
import java.util.List;

/** The code of docs/schema.md: what else can be said in a schema. */
public final class Shop extends Schema {

    public enum State {
        OPEN,
        PAID
    }

    public static final Customer CUSTOMER = new Customer();
    public static final Purchase PURCHASE = new Purchase();

    public Shop() {
        super("shop", CUSTOMER, PURCHASE);
        require(Ability.TRANSACTIONS);
    }

    public abstract static class Entity<M extends Entity<M>> extends Model<M> {
        public final IdField<String> id = id();
        public final DateTimeField createdAt = datetime().defaultNow();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        Entity(String table) {
            super(table);
        }
    }

    public static final class Customer extends Entity<Customer> {
        public final StringField email = string().length(254).unique();
        public final StringField taxNumber = string().nullable().uniqueIfPresent();
        public final DateTimeField deletedAt = softDelete();

        public final HasMany<Purchase> purchases = hasMany(() -> PURCHASE.customerId);

        Customer() {
            super("customers");
        }
    }

    public static final class Purchase extends Entity<Purchase> {
        public final StringField customerId =
                string().references(() -> CUSTOMER.id).onDelete(OnDelete.CASCADE);
        public final StringField number = string().describe("As printed on the invoice.");
        public final EnumField<State> state = enumeration(State.class).defaultTo(State.OPEN);
        public final NumberField<BigDecimal> total = decimal(12, 2);
        public final JsonField<List<String>> tags = json(new TypeRef<List<String>>() {});
        public final NumberField<Long> version = version();

        public final Unique2<String, String> numberOfCustomer = unique(customerId, number);

        public final BelongsTo<Customer> customer = belongsTo(() -> CUSTOMER, customerId);

        Purchase() {
            super("purchases");
            index(state, createdAt);
        }
    }
}
