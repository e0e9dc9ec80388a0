package dev.farminglabs.orm.driver.redis;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;

/** A model with indexes of both kinds, and one without any. */
final class Shop extends Schema {

    static final Order ORDER = new Order();
    static final Voucher VOUCHER = new Voucher();

    Shop() {
        super("shop", ORDER, VOUCHER);
    }

    /** Found by its customer, by its total and by its number. */
    static final class Order extends Model<Order> {
        public final IdField<String> id = id();
        public final StringField number = string().unique();
        public final StringField customer = string();
        public final NumberField<Integer> total = integer();
        public final DateTimeField expiresAt = datetime().nullable().expires();

        Order() {
            super("orders");
            index(customer);
            index(total);
        }
    }

    /** Found by its id only. */
    static final class Voucher extends Model<Voucher> {
        public final IdField<String> id = id();
        public final StringField text = string();

        Voucher() {
            super("vouchers");
        }
    }
}
