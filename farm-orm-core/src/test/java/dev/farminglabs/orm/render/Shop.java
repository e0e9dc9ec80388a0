package dev.farminglabs.orm.render;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Everything that is hard to write down: two references to one model, a circle, names and texts with quotes. */
public final class Shop extends Schema {

    /** Text that means something in every language there is. */
    static final String HOSTILE = "it's \"quoted\" `here` \\ ${x} #{y} %s; */ | <b> } /// -- end";

    /** Stored as other texts, some of them no identifiers. */
    public enum State {
        OPEN("open"),
        IN_WORK("in work"),
        DONE("it's \"done\"");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** The stored text. */
        public String text() {
            return text;
        }
    }

    public static final Customer CUSTOMER = new Customer();
    public static final Order ORDER = new Order();
    public static final Line LINE = new Line();
    public static final Passport PASSPORT = new Passport();
    public static final Index INDEX = new Index();

    public Shop() {
        super("shop", CUSTOMER, ORDER, LINE, PASSPORT, INDEX);
    }

    /** In a circle with orders: a customer has a favourite one. */
    public static final class Customer extends Model<Customer> {
        public final IdField<String> id = id();
        public final StringField email = string().unique().describe("How we write to them: " + HOSTILE);
        public final StringField nickName = string().length(40).nullable().uniqueIfPresent();
        public final StringField favouriteId =
                string().nullable().references(() -> ORDER.id).onDelete(OnDelete.SET_NULL);
        public final StringField motto = string().defaultTo(HOSTILE);
        public final DateTimeField createdAt = datetime().defaultNow();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        public final HasMany<Order> bought = hasMany(() -> ORDER.buyerId);
        public final HasMany<Order> paid = hasMany(() -> ORDER.payerId);
        public final HasOne<Passport> passport = hasOne(() -> PASSPORT.customerEmail);

        Customer() {
            super("customers");
        }
    }

    /** Two references to one model, one of them nullable and without relations. */
    public static final class Order extends Model<Order> {
        public final IdField<String> id = id();
        public final StringField buyerId = string().references(() -> CUSTOMER.id);
        public final StringField payerId =
                string().references(() -> CUSTOMER.id).onDelete(OnDelete.CASCADE);
        public final StringField sellerId = string().nullable().references(() -> CUSTOMER.id);
        public final StringField previousId = string().nullable().references(() -> ORDER.id);
        public final EnumField<State> state =
                enumeration(State.class, State::text).defaultTo(State.OPEN);
        public final NumberField<BigDecimal> total = decimal(12, 2).defaultTo(new BigDecimal("0.50"));
        public final NumberField<BigDecimal> rate = decimal().nullable();
        public final NumberField<Long> version = version();
        public final DateTimeField due = datetime().defaultTo(Instant.EPOCH);
        public final BooleanField open = bool().defaultTo(true);
        public final JsonField<Map<String, Object>> data = json().nullable();

        public final BelongsTo<Customer> buyer = belongsTo(() -> CUSTOMER, buyerId);
        public final BelongsTo<Customer> payer = belongsTo(() -> CUSTOMER, payerId);
        public final HasMany<Line> lines = hasMany(() -> LINE.orderId);

        Order() {
            super("order's \"table\"");
            index(state, due);
        }
    }

    /** A compound key, a column with an odd name. */
    public static final class Line extends Model<Line> {
        public final IdField<Long> id = numericId();
        public final StringField orderId = string().references(() -> ORDER.id).onDelete(OnDelete.CASCADE);
        public final NumberField<Integer> number = integer().column("the \"number\" of it's line");
        public final StringField serial = string().nullable();
        public final NumberField<Long> amount = bigint().defaultTo(Long.MAX_VALUE);

        public final Unique2<String, Integer> place = unique(orderId, number);
        public final Unique2<String, String> serialInOrder = uniqueIfPresent(orderId, serial);
    }

    /** One to one, by a key that is not the id, until it is marked as deleted; gone after its time. */
    public static final class Passport extends Model<Passport> {
        public final IdField<String> id = id();
        public final StringField customerEmail =
                string().unique().references(() -> CUSTOMER.email).onDelete(OnDelete.CASCADE);
        public final DateTimeField expiresAt = datetime().nullable().expires();
        public final DateTimeField deletedAt = softDelete();
        public final BooleanField live = live();

        public final BelongsTo<Customer> customer = belongsTo(() -> CUSTOMER, customerEmail);
    }

    /** Called like what other tools have a word for. */
    public static final class Index extends Model<Index> {
        public final IdField<String> id = id();
        public final StringField type = string();
        public final StringField index = string();
        public final StringField model = string();
        public final StringField constructor = string().column("default");

        Index() {
            super("select");
            index(type, index);
        }
    }
}
