package dev.farminglabs.orm.autoconfigure.console;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.orm.Schema;
import java.time.Instant;

/** Notes of tenants, which can be marked as deleted, and tickets whose key is secret. */
public final class Board extends Schema {

    public static final Note NOTE = new Note();
    public static final Ticket TICKET = new Ticket();

    public Board() {
        super("board", NOTE, TICKET);
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

    static void fill(OrmClient<Board> orm) {
        for (String org : new String[] {"acme", "globex"}) {
            OrmClient<Board> one = orm.forTenant(org);
            one.model(NOTE).create(NOTE.id.set(org + "-1"), NOTE.text.set("Water the plants of " + org));
            one.model(NOTE).create(NOTE.id.set(org + "-2"), NOTE.text.set("Gone from " + org));
            one.model(NOTE).where(NOTE.id.eq(org + "-2")).delete();
        }
        orm.model(TICKET)
                .create(
                        TICKET.id.set("ticket-that-opens-doors"),
                        TICKET.purpose.set("door"),
                        TICKET.until.set(Instant.parse("2100-01-01T00:00:00Z")));
    }
}
