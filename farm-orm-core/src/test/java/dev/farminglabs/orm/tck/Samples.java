package dev.farminglabs.orm.tck;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.TypeRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Every kind of field, required and nullable, and every kind of key. */
public final class Samples extends Schema {

    /** Stored as its name. */
    public enum Level {
        LOW,
        MIDDLE,
        HIGH
    }

    /** Stored as another text. */
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

    /** A typed JSON value. */
    public record Settings(String theme, int size, List<String> tags) {}

    public static final Sample SAMPLE = new Sample();
    public static final Counter COUNTER = new Counter();
    public static final Booking BOOKING = new Booking();
    public static final Document DOCUMENT = new Document();
    public static final Ticket TICKET = new Ticket();

    public Samples() {
        super("samples", SAMPLE, COUNTER, BOOKING, DOCUMENT, TICKET);
    }

    /** A value of every kind. Only the label has to be given. */
    public static final class Sample extends Model<Sample> {
        public final IdField<String> id = id();
        public final StringField label = string().column("order");
        public final StringField note = string().nullable();
        public final StringField brief = string().length(8).nullable();
        public final NumberField<Integer> amount = integer().defaultTo(0).column("theAmount");
        public final NumberField<Integer> amountOrNull = integer().nullable();
        public final NumberField<Long> big = bigint().defaultTo(0L);
        public final NumberField<Long> bigOrNull = bigint().nullable();
        public final NumberField<BigDecimal> price = decimal().defaultTo(BigDecimal.ZERO);
        public final NumberField<BigDecimal> priceOrNull = decimal().nullable();
        public final NumberField<BigDecimal> rate = decimal(6, 2).nullable();
        public final BooleanField flag = bool().defaultTo(false);
        public final BooleanField flagOrNull = bool().nullable();
        public final DateTimeField at = datetime().defaultTo(Instant.EPOCH);
        public final DateTimeField atOrNull = datetime().nullable();
        public final EnumField<Level> level = enumeration(Level.class).defaultTo(Level.LOW);
        public final EnumField<Level> levelOrNull = enumeration(Level.class).nullable();
        public final EnumField<Color> color =
                enumeration(Color.class, Color::code).nullable();
        public final JsonField<Map<String, Object>> data = json().nullable();
        public final JsonField<Settings> settings = json(Settings.class).nullable();
        public final JsonField<List<String>> tags =
                json(new TypeRef<List<String>>() {}).nullable();
        public final JsonField<Object> any = json(Object.class).nullable();
        public final DateTimeField createdAt = datetime().defaultNow();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        Sample() {
            super("samples");
            index(amount, label);
        }
    }

    /** Counted by key. */
    public static final class Counter extends Model<Counter> {
        public final IdField<String> id = id();
        public final StringField scope = string();
        public final StringField name = string();
        public final NumberField<Integer> count = integer().defaultTo(0);
        public final NumberField<Long> total = bigint().defaultTo(0L);
        public final NumberField<BigDecimal> share = decimal().nullable();
        public final StringField alias = string().nullable().uniqueIfPresent();

        public final Unique2<String, String> key = unique(scope, name);
    }

    /** Keys of three fields, and keys with fields that may be null. */
    public static final class Booking extends Model<Booking> {
        public final IdField<String> id = id();
        public final StringField room = string();
        public final NumberField<Integer> day = integer();
        public final EnumField<Level> slot = enumeration(Level.class);
        public final StringField guest = string().nullable();

        public final Unique3<String, Integer, Level> place = unique(room, day, slot);
        public final Unique2<String, Integer> guestDay = uniqueIfPresent(guest, day);
    }

    /** Changed by several people. */
    public static final class Document extends Model<Document> {
        public final IdField<String> id = id();
        public final StringField title = string().unique();
        public final StringField text = string().defaultTo("");
        public final NumberField<Long> version = version();
    }

    /** Numbered. */
    public static final class Ticket extends Model<Ticket> {
        public final IdField<Long> id = numericId();
        public final StringField title = string();
    }
}
