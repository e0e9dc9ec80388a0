package dev.farminglabs.orm.autoconfigure.audit;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;

/** Where the audit is kept: a schema like any other, under the bean name {@code auditTrail}. */
public final class AuditTrail extends Schema {

    /** One write that happened. */
    public static final AuditEntry AUDIT_ENTRY = new AuditEntry();

    /** The schema. */
    public AuditTrail() {
        super("auditTrail", AUDIT_ENTRY);
    }

    /** Who wrote when to which model, what was done and to how many records. No values. */
    public static final class AuditEntry extends Model<AuditEntry> {
        public final IdField<String> id = id();
        public final DateTimeField happenedAt = datetime();
        public final StringField actor = string().length(200).nullable();
        public final StringField schema = string().length(200);
        public final StringField model = string().length(200);
        public final StringField operation = string().length(20);
        public final NumberField<Long> affected = bigint();

        AuditEntry() {
            super("audit_entries");
            index(happenedAt);
            index(model, happenedAt);
        }
    }
}
