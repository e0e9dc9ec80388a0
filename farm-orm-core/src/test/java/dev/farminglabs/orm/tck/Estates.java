package dev.farminglabs.orm.tck;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;

/** A tenant with records in every kind of model there is. */
public final class Estates extends Schema {

    public static final Org ORG = new Org();
    public static final Account ACCOUNT = new Account();
    public static final Invoice INVOICE = new Invoice();
    public static final Ticket TICKET = new Ticket();
    public static final Memo MEMO = new Memo();
    public static final Paper PAPER = new Paper();
    public static final Letter LETTER = new Letter();

    public Estates() {
        super("estates", ORG, ACCOUNT, INVOICE, TICKET, MEMO, PAPER, LETTER);
    }

    /** The tenant; itself nobody's. */
    public static final class Org extends Model<Org> {
        public final IdField<String> id = id();
        public final StringField name = string();

        Org() {
            super("orgs");
        }
    }

    /** What every record of a tenant has. */
    public abstract static class Owned<M extends Owned<M>> extends Model<M> {
        public final IdField<String> id = id();
        public final StringField orgId =
                string().references(() -> ORG.id).onDelete(OnDelete.CASCADE).tenant();

        Owned(String table) {
            super(table);
        }
    }

    /** With a key of its own. */
    public static final class Account extends Owned<Account> {
        public final StringField name = string();

        public final Unique2<String, String> nameInOrg = unique(orgId, name);

        Account() {
            super("accounts");
        }
    }

    /** Below another record of the tenant. */
    public static final class Invoice extends Owned<Invoice> {
        public final StringField accountId =
                string().references(() -> ACCOUNT.id).onDelete(OnDelete.CASCADE);
        public final NumberField<Integer> amount = integer();

        Invoice() {
            super("invoices");
            index(amount);
        }
    }

    /** Gone after its time, with a key that may be missing and a reference that may end. */
    public static final class Ticket extends Owned<Ticket> {
        public final StringField code = string().nullable().uniqueIfPresent();
        public final StringField accountId =
                string().nullable().references(() -> ACCOUNT.id).onDelete(OnDelete.SET_NULL);
        public final DateTimeField expiresAt = datetime().nullable().expires();

        Ticket() {
            super("tickets");
        }
    }

    /** Marked and not removed. */
    public static final class Memo extends Owned<Memo> {
        public final StringField text = string();
        public final StringField aboutId =
                string().nullable().references(() -> MEMO.id).onDelete(OnDelete.CASCADE);
        public final DateTimeField deletedAt = softDelete();

        Memo() {
            super("memos");
            index(text);
        }
    }

    /** A base. */
    public static final class Paper extends Owned<Paper> {
        public final StringField title = string();

        public final HasOne<Letter> letter = hasOne(() -> LETTER.id);

        Paper() {
            super("papers");
        }
    }

    /** A variant. */
    public static final class Letter extends Owned<Letter> {
        public final StringField sender = string().unique();

        public final VariantOf<Paper> paper = variantOf(() -> PAPER);

        Letter() {
            super("letters");
        }
    }
}
