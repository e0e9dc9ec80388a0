package dev.farminglabs.orm.tck;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.OnDelete;
import dev.farminglabs.orm.Schema;

/** Records that belong to a tenant. */
public final class Tenants extends Schema {

    public static final Org ORG = new Org();
    public static final Account ACCOUNT = new Account();
    public static final Invoice INVOICE = new Invoice();

    public Tenants() {
        super("tenants", ORG, ACCOUNT, INVOICE);
    }

    /** A tenant; itself nobody's. */
    public static final class Org extends Model<Org> {
        public final IdField<String> id = id();
        public final StringField name = string();

        public final HasMany<Account> accounts = hasMany(() -> ACCOUNT.orgId);
    }

    /** A tenant's. */
    public static final class Account extends Model<Account> {
        public final IdField<String> id = id();
        public final StringField orgId =
                string().references(() -> ORG.id).onDelete(OnDelete.CASCADE).tenant();
        public final StringField name = string();
        public final NumberField<Integer> balance = integer().defaultTo(0);

        public final Unique2<String, String> nameInOrg = unique(orgId, name);
        public final HasMany<Invoice> invoices = hasMany(() -> INVOICE.accountId);
    }

    /** A tenant's, below another record. */
    public static final class Invoice extends Model<Invoice> {
        public final IdField<String> id = id();
        public final StringField orgId =
                string().references(() -> ORG.id).onDelete(OnDelete.CASCADE).tenant();
        public final StringField accountId =
                string().references(() -> ACCOUNT.id).onDelete(OnDelete.CASCADE);
        public final NumberField<Integer> amount = integer();

        public final BelongsTo<Account> account = belongsTo(() -> ACCOUNT, accountId);
    }
}
