package dev.farminglabs.orm.sharing;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.TypeRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Every kind of field, required and nullable, in two tables that another client shares. */
public final class Exchange extends Schema {

    /** Stored as its name. */
    public enum Level {
        LOW,
        MIDDLE,
        HIGH
    }

    /** Stored as another text, which the other clients see. */
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

    public static final Owner OWNER = new Owner();
    public static final StockItem ITEM = new StockItem();

    public Exchange() {
        super("exchange", OWNER, ITEM);
    }

    /** Somebody who has items. */
    public static final class Owner extends Model<Owner> {
        public final IdField<String> id = id();
        public final StringField fullName = string().unique();
        public final StringField nickName = string().nullable().uniqueIfPresent();

        public final HasMany<StockItem> items = hasMany(() -> ITEM.ownerId);
    }

    /** A value of every kind. */
    public static final class StockItem extends Model<StockItem> {
        public final IdField<String> id = id();
        public final StringField ownerId = string().references(() -> OWNER.id).onDelete(OnDelete.CASCADE);
        public final StringField label = string();
        public final StringField note = string().nullable();
        public final NumberField<Integer> order = integer();
        public final NumberField<Integer> orderOrNull = integer().nullable();
        public final NumberField<Long> total = bigint();
        public final NumberField<Long> totalOrNull = bigint().nullable();
        public final NumberField<BigDecimal> price = decimal(18, 4);
        public final NumberField<BigDecimal> balance = decimal().nullable();
        public final BooleanField open = bool();
        public final BooleanField openOrNull = bool().nullable();
        public final DateTimeField dueAt = datetime();
        public final DateTimeField dueAtOrNull = datetime().nullable();
        public final EnumField<Level> level = enumeration(Level.class).defaultTo(Level.LOW);
        public final EnumField<Color> color =
                enumeration(Color.class, Color::code).nullable();
        public final JsonField<Map<String, Object>> data = json().nullable();
        public final JsonField<List<String>> tags =
                json(new TypeRef<List<String>>() {}).nullable();
        public final JsonField<Object> any = json(Object.class).nullable();
        public final DateTimeField createdAt = datetime().defaultNow();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        public final BelongsTo<Owner> owner = belongsTo(() -> OWNER, ownerId);

        StockItem() {
            index(order, label);
        }
    }
}
