package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What the random programs are about: every kind of field, role, key, reference and relation in four models. {@link Facts} says
 * the same once more in the words of the reference model.
 */
public final class Bazaar extends Schema {

    /** Stored as its name. */
    public enum Level {
        LOW,
        MIDDLE,
        HIGH
    }

    /** Stored as another text, whose order is not that of the constants. */
    public enum Color {
        RED("r"),
        GREEN("g");

        private final String code;

        Color(String code) {
            this.code = code;
        }

        /** The stored text. */
        public String code() {
            return code;
        }
    }

    public static final Shop SHOP = new Shop();
    public static final Item ITEM = new Item();
    public static final Link LINK = new Link();
    public static final Pass PASS = new Pass();

    public Bazaar() {
        super("bazaar", SHOP, ITEM, LINK, PASS);
    }

    /** A value of every kind, counted writes, and a tree. */
    public static final class Shop extends Model<Shop> {
        public final IdField<String> id = id();
        public final StringField code = string().unique();
        public final StringField alias = string().nullable().uniqueIfPresent();
        public final StringField label = string().nullable();
        public final StringField brief = string().length(8).nullable();
        public final NumberField<Integer> count = integer().defaultTo(0);
        public final NumberField<Integer> spare = integer().nullable();
        public final NumberField<Long> total = bigint().nullable();
        public final NumberField<BigDecimal> price = decimal().nullable();
        public final NumberField<BigDecimal> rate = decimal(6, 2).nullable();
        public final BooleanField open = bool().nullable();
        public final DateTimeField at = datetime().nullable();
        public final EnumField<Level> level = enumeration(Level.class).defaultTo(Level.LOW);
        public final EnumField<Color> color =
                enumeration(Color.class, Color::code).nullable();
        public final JsonField<Map<String, Object>> data = json().nullable();
        public final StringField parentId =
                string().nullable().references(() -> SHOP.id).onDelete(OnDelete.SET_NULL);
        public final NumberField<Long> version = version();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        public final BelongsTo<Shop> parent = belongsTo(() -> SHOP, parentId);
        public final HasMany<Shop> children = hasMany(() -> SHOP.parentId);
        public final HasMany<Item> items = hasMany(() -> ITEM.shopId);
        public final HasOne<Item> flagship = hasOne(() -> ITEM.flagshipOf);
        public final HasMany<Link> links = hasMany(() -> LINK.shopId);
        public final HasMany<Item> stock = manyToMany(() -> LINK.shopId, () -> LINK.itemId, () -> ITEM);
    }

    /** Of a tenant, marked when deleted; may point twice at the same shop, by two of its keys. */
    public static final class Item extends Model<Item> {
        public final IdField<String> id = id();
        public final StringField org = string().tenant();
        public final StringField name = string();
        public final NumberField<Integer> slot = integer().defaultTo(0);
        public final StringField flagshipOf =
                string().nullable().uniqueIfPresent().references(() -> SHOP.code);
        public final StringField shopId =
                string().nullable().references(() -> SHOP.id).onDelete(OnDelete.CASCADE);
        public final NumberField<BigDecimal> price = decimal(9, 3).nullable();
        public final DateTimeField deletedAt = softDelete();

        public final Unique2<String, String> orgName = unique(org, name);
        public final Unique2<String, Integer> shopSlot = uniqueIfPresent(shopId, slot);

        public final BelongsTo<Shop> shop = belongsTo(() -> SHOP, shopId);
        public final BelongsTo<Shop> flagshipShop = belongsTo(() -> SHOP, flagshipOf);
        public final HasMany<Link> links = hasMany(() -> LINK.itemId);
        public final HasMany<Shop> shops = manyToMany(() -> LINK.itemId, () -> LINK.shopId, () -> SHOP);
    }

    /** The join model: it ends at a time, and the same pair may be there twice. */
    public static final class Link extends Model<Link> {
        public final IdField<String> id = id();
        public final StringField shopId = string().references(() -> SHOP.id).onDelete(OnDelete.CASCADE);
        public final StringField itemId = string().references(() -> ITEM.id).onDelete(OnDelete.CASCADE);
        public final NumberField<Integer> weight = integer().defaultTo(1);
        public final DateTimeField until = datetime().nullable().expires();

        public final BelongsTo<Shop> shop = belongsTo(() -> SHOP, shopId);
        public final BelongsTo<Item> item = belongsTo(() -> ITEM, itemId);
    }

    /** A bucket that ends; on a key-value store, one key for each record. */
    public static final class Pass extends Model<Pass> {
        public final IdField<String> id = id();
        public final StringField scope = string();
        public final StringField name = string();
        public final NumberField<Integer> remaining = integer().defaultTo(3);
        public final StringField note = string().nullable();
        public final DateTimeField until = datetime().nullable().expires();

        public final Unique2<String, String> scopeName = unique(scope, name);
    }
}
