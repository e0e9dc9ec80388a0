package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import java.time.Instant;

/** Notes of tenants, which can be marked as deleted and have labels, and tickets whose key is secret. */
public final class Board extends Schema {

    public static final Note NOTE = new Note();
    public static final Ticket TICKET = new Ticket();
    public static final Visit VISIT = new Visit();
    public static final Label LABEL = new Label();
    public static final Colour COLOUR = new Colour();
    public static final Paint PAINT = new Paint();

    public Board() {
        super("board", NOTE, TICKET, VISIT, LABEL, COLOUR, PAINT);
    }

    public static final class Note extends Model<Note> {
        public final IdField<String> id = id();
        public final StringField org = string().tenant();
        public final StringField text = string();
        public final DateTimeField deletedAt = softDelete();

        Note() {
            super("notes");
        }
    }

    public static final class Ticket extends Model<Ticket> {
        public final IdField<String> id = id().secret();
        public final StringField purpose = string();
        public final DateTimeField until = datetime().expires();

        Ticket() {
            super("tickets");
        }
    }

    /** Holds the secret key of a ticket. */
    public static final class Visit extends Model<Visit> {
        public final IdField<String> id = id();
        public final StringField ticketId = string().references(() -> TICKET.id).onDelete(OnDelete.CASCADE);
        public final StringField guest = string();

        Visit() {
            super("visits");
        }
    }

    /** Everybody's, and each tenant has painted it. */
    public static final class Label extends Model<Label> {
        public final IdField<String> id = id();
        public final HasMany<Colour> colours = manyToMany(() -> PAINT.labelId, () -> PAINT.colourId, () -> COLOUR);

        Label() {
            super("labels");
        }
    }

    public static final class Colour extends Model<Colour> {
        public final IdField<String> id = id();
        public final StringField name = string();

        Colour() {
            super("colours");
        }
    }

    public static final class Paint extends Model<Paint> {
        public final IdField<String> id = id();
        public final StringField org = string().tenant();
        public final StringField labelId = string().references(() -> LABEL.id);
        public final StringField colourId = string().references(() -> COLOUR.id);

        Paint() {
            super("paints");
        }
    }

    static void fill(OrmClient<Board> orm) {
        orm.model(LABEL).create(LABEL.id.set("urgent"));
        for (String org : new String[] {"acme", "globex"}) {
            OrmClient<Board> one = orm.forTenant(org);
            one.model(NOTE).create(NOTE.id.set(org + "-1"), NOTE.text.set("Water the plants of " + org));
            one.model(NOTE).create(NOTE.id.set(org + "-2"), NOTE.text.set("Gone from " + org));
            one.model(NOTE).where(NOTE.id.eq(org + "-2")).delete();
            orm.model(COLOUR).create(COLOUR.id.set(org), COLOUR.name.set("red of " + org));
            one.model(PAINT).create(PAINT.labelId.set("urgent"), PAINT.colourId.set(org));
        }
        orm.model(TICKET)
                .create(
                        TICKET.id.set("ticket-that-opens-doors"),
                        TICKET.purpose.set("door"),
                        TICKET.until.set(Instant.parse("2100-01-01T00:00:00Z")));
        orm.model(VISIT).create(VISIT.ticketId.set("ticket-that-opens-doors"), VISIT.guest.set("Grace"));
    }
}
