package dev.farminglabs.benchmarks.redis;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import java.util.Map;

/** The records of the suite. */
final class FastState extends Schema {

    static final SessionState SESSION = new SessionState();
    static final Bucket BUCKET = new Bucket();
    static final CacheEntry CACHE_ENTRY = new CacheEntry();
    static final OrderModel ORDER = new OrderModel();

    FastState() {
        super("fastState", SESSION, BUCKET, CACHE_ENTRY, ORDER);
    }

    static final class SessionState extends Model<SessionState> {
        public final IdField<String> id = id();
        public final StringField sessionToken = string().unique();
        public final StringField userId = string();
        public final StringField workspaceId = string();
        public final JsonField<Map<String, Object>> state = json();
        public final DateTimeField expiresAt = datetime().expires();
    }

    static final class Bucket extends Model<Bucket> {
        public final IdField<String> id = id();
        public final StringField who = string().unique();
        public final NumberField<Integer> remaining = integer();
        public final DateTimeField resetAt = datetime().expires();
    }

    static final class CacheEntry extends Model<CacheEntry> {
        public final IdField<String> id = id();
        public final StringField key = string().unique();
        public final JsonField<Map<String, Object>> value = json();
        public final DateTimeField expiresAt = datetime().expires();
    }

    /** Found by its customer, so its records are kept in one slot, with indexes. */
    static final class OrderModel extends Model<OrderModel> {
        public final IdField<String> id = id();
        public final StringField number = string().unique();
        public final StringField customer = string();
        public final NumberField<Integer> total = integer();

        OrderModel() {
            super("orders");
            index(customer);
        }
    }
}
