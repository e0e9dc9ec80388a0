package dev.farminglabs.guide;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;

/** A second schema, for what is about several. */
public final class Billing extends Schema {

    public static final Invoice INVOICE = new Invoice();

    public Billing() {
        super("billing", INVOICE);
    }

    public static final class Invoice extends Model<Invoice> {
        public final IdField<String> id = id();
        public final StringField number = string().unique();
    }
}
