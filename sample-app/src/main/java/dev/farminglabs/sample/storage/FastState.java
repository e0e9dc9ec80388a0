package dev.farminglabs.sample.storage;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import java.util.Map;

/** Short-lived records a key-value store serves well. */
public final class FastState extends Schema {

    public static final SessionState SESSION_STATE = new SessionState();
    public static final RateLimitBucket RATE_LIMIT_BUCKET = new RateLimitBucket();
    public static final CacheEntry CACHE_ENTRY = new CacheEntry();

    /** The schema; cheap to make. */
    public FastState() {
        super("fastState", SESSION_STATE, RATE_LIMIT_BUCKET, CACHE_ENTRY);
    }

    /** Somebody who is there now. */
    public static final class SessionState extends Model<SessionState> {
        public final IdField<String> id = id();
        public final StringField sessionToken =
                string().unique().secret().describe("The hash of it; who reads this cannot use it.");
        public final StringField userId = string();
        public final JsonField<Map<String, Object>> state = json();
        public final DateTimeField expiresAt = datetime().expires();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();
    }

    /** How many calls are left until a time. */
    public static final class RateLimitBucket extends Model<RateLimitBucket> {
        public final IdField<String> id = id();
        public final StringField scope = string();
        public final StringField identifier = string();
        public final NumberField<Integer> remaining = integer();
        public final DateTimeField resetAt = datetime().expires();
        public final DateTimeField updatedAt = datetime().defaultNow().onUpdateNow();

        public final Unique2<String, String> bucket = unique(scope, identifier);

        RateLimitBucket() {
            super("rate_limit_buckets");
        }
    }

    /** A value that can be computed again. */
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
}
