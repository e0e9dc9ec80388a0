package com.acme.modules;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import java.util.Map;

public final class ModuleSchema extends Schema {

    public static final FrameworkState FRAMEWORK_STATE = new FrameworkState();
    public static final BillingAccount BILLING_ACCOUNT = new BillingAccount();
    public static final CacheEntry CACHE_ENTRY = new CacheEntry();
    public static final KvItem KV_ITEM = new KvItem();
    public static final RateLimitBucket RATE_LIMIT_BUCKET = new RateLimitBucket();
    public static final AuditLog AUDIT_LOG = new AuditLog();
    public static final ObservabilitySnapshot OBSERVABILITY_SNAPSHOT = new ObservabilitySnapshot();

    public ModuleSchema() {
        super(
                "modules",
                FRAMEWORK_STATE,
                BILLING_ACCOUNT,
                CACHE_ENTRY,
                KV_ITEM,
                RATE_LIMIT_BUCKET,
                AUDIT_LOG,
                OBSERVABILITY_SNAPSHOT);
    }

    public static final class FrameworkState extends Model<FrameworkState> {
        public final IdField<String> id = id();
        public final StringField scope = string().unique();
        public final JsonField<Map<String, Object>> state = json();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();
    }

    public static final class BillingAccount extends Model<BillingAccount> {
        public final IdField<String> id = id();
        public final StringField workspaceId = string().unique();
        public final StringField providerCustomerId = string().unique();
        public final StringField plan = string();
        public final StringField status = string();
        public final DateTimeField renewsAt = datetime().nullable();
        public final JsonField<Map<String, Object>> metadata = json().nullable();

        BillingAccount() {
            super("billing_accounts");
        }
    }

    public static final class CacheEntry extends Model<CacheEntry> {
        public final IdField<String> id = id();
        public final StringField namespace = string();
        public final StringField key = string();
        public final JsonField<Map<String, Object>> value = json();
        public final DateTimeField expiresAt = datetime().nullable().expires();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        public final Unique2<String, String> namespaceKey = unique(namespace, key);

        CacheEntry() {
            super("cache_entries");
        }
    }

    public static final class KvItem extends Model<KvItem> {
        public final IdField<String> id = id();
        public final StringField namespace = string();
        public final StringField key = string();
        public final JsonField<Map<String, Object>> value = json();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        public final Unique2<String, String> namespaceKey = unique(namespace, key);

        KvItem() {
            super("kv_items");
        }
    }

    public static final class RateLimitBucket extends Model<RateLimitBucket> {
        public final IdField<String> id = id();
        public final StringField scope = string();
        public final StringField identifier = string();
        public final NumberField<Integer> remaining = integer();
        public final DateTimeField resetAt = datetime();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        public final Unique2<String, String> bucket = unique(scope, identifier);

        RateLimitBucket() {
            super("rate_limit_buckets");
        }
    }

    public static final class AuditLog extends Model<AuditLog> {
        public final IdField<String> id = id();
        public final StringField scope = string();
        public final StringField action = string();
        public final StringField actorId = string().nullable();
        public final JsonField<Map<String, Object>> payload = json();
        public final DateTimeField createdAt = datetime().defaultNow();

        AuditLog() {
            super("audit_logs");
            index(scope, createdAt);
        }
    }

    public static final class ObservabilitySnapshot extends Model<ObservabilitySnapshot> {
        public final IdField<String> id = id();
        public final StringField scope = string();
        public final StringField kind = string();
        public final JsonField<Map<String, Object>> snapshot = json();
        public final DateTimeField capturedAt = datetime().defaultNow().onUpdateNow();

        public final Unique2<String, String> scopeKind = unique(scope, kind);

        ObservabilitySnapshot() {
            super("observability_snapshots");
        }
    }
}
